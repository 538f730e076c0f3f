"""The border between basins: what it is of, and its box dimension against figures whose dimension is known."""

import numpy as np
import pytest

from lecture import border, box_counts, box_dimension


def test_a_cell_is_on_the_border_if_its_neighbours_to_the_right_or_above_differ() -> None:
    codes = np.array([[0, 0, 1], [0, 2, 2]])
    assert border(codes).tolist() == [[False, True, True], [True, False, False]]
    assert not border(np.zeros((4, 5), dtype=int)).any()


def test_a_line_has_dimension_one_and_an_area_two() -> None:
    rows, columns = np.indices((256, 256))
    assert box_dimension(border(np.asarray(columns > 100))) == pytest.approx(1.0, abs=0.01)
    assert box_dimension(border(np.asarray(rows > columns))) == pytest.approx(1.0, abs=0.05)
    assert box_dimension(np.ones((256, 256), dtype=bool)) == pytest.approx(2.0, abs=1e-9)


def test_the_dimension_of_a_carpet_and_of_dust_is_the_known_one() -> None:
    keep = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=bool)
    carpet = np.ones((1, 1), dtype=bool)
    for _ in range(5):
        carpet = np.kron(carpet, keep)
    powers = (1, 3, 9, 27, 81)
    assert box_dimension(carpet, powers) == pytest.approx(np.log(8.0) / np.log(3.0), abs=1e-9)
    assert box_counts(carpet, powers).tolist() == [8**5, 8**4, 8**3, 8**2, 8]


def test_what_has_no_dimension_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="there must be a cell that is true"):
        box_dimension(np.zeros((8, 8), dtype=bool))
    with pytest.raises(ValueError, match="positive whole numbers"):
        box_counts(np.ones((8, 8), dtype=bool), (0, 1))
