"""The scene of the race: the surface, its critical points, and everything about each contender but its arrays."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from lecture import Contender, Entry, Lecture, race
from lecture.bounded_cache import remembering
from lecture.caption import caption
from lecture.first_sight import first_sight
from lecture.lecture import Pair
from lecture.lessons import asks
from lecture.race import BYTES_KEPT, RUNS_KEPT, is_noisy, seed_of
from lecture.results import nearest_schedule, note, unreached
from lecture.wording import misfits, outside, summary, taking_part, unequal_rates
from optimizers import Optimizer, Trajectory
from optimizers.gradients import Seed
from parameters import Number, declared
from scenes.blobs import data_blob, noise_blob, order_blob, run_blob, surface_blob
from scenes.compact_grid import compact_grid
from scenes.live_words import live_words
from scenes.palette import stroke
from scenes.results_table import results_table
from scenes.sliders import slider_name
from scenes.terms import number_places, terms, values
from surfaces import DataSurface, Formula, Surface
from surfaces.formula.in_link import to_link


def content(lecture: Lecture, *, compact: bool = False) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The scene's JSON, and its blobs by name: "surface", the id of each contender, and what makes gradients noisy.

    That is the noise of one seed for all, "noise", or of each contender, "noise 0"; for the loss of a data set it is
    the order of the examples, "order" or "order 0". The examples themselves are "data".
    """
    described, blobs = picture(lecture.surface, race(lecture), lecture.start, lecture.steps, caption(lecture))
    if compact:
        blobs["surface"] = _compact_surface_blob(lecture.surface)
    words = live_words(lecture)
    for contender in described["contenders"]:
        contender["words"] = words[contender["slot"]]
    described |= {"noise": lecture.noise if is_noisy(lecture) else 0.0, "replacement": lecture.replacement}
    described["first_sight"] = first_sight(lecture)
    if isinstance(lecture.surface, DataSurface):
        largest = largest_known_batch(lecture) if compact else lecture.surface.examples
        for contender in described["contenders"]:
            if not compact or contender["terms"]["batchSize"] <= largest:
                contender["batch"] = _batch_size(largest)
        longest = COMPACT_ORDER if compact else LONGEST_ORDER
        return described, blobs | _orders(lecture, lecture.surface, longest)
    return described, blobs | _noise(lecture, compact)


def _batch_size(largest: int) -> dict[str, Any]:
    """The batch size of a contender, as `number_on_slider` has its other numbers, up to the largest."""
    parameter = declared(Contender)["batch_size"]
    assert isinstance(parameter, Number)
    return {**_number(("batchSize",), parameter), "field": "batch_size", "integer": True, "high": largest}


LONGEST_ORDER = 24_000
"""How many examples an order names: batches of 32 for 700 updates in some 30 kB, sent once for all batch sizes."""

COMPACT_ORDER = 16_000
"""As many as the longest lesson on batches uses; a handout has controls of batch sizes that do not need more."""


def largest_known_batch(lecture: Lecture) -> int:
    """The largest batch whose examples a handout names for all steps; 0 on a surface without data."""
    if not isinstance(lecture.surface, DataSurface):
        return 0
    return min(lecture.surface.examples, COMPACT_ORDER // (lecture.steps + 1))


def _orders(lecture: Lecture, surface: DataSurface, longest: int) -> dict[str, bytes]:
    """The order in which examples are used, for paths that the browser walks."""
    active = taking_part(lecture.contenders)
    if lecture.same_noise:
        return {"order": _order_blob(lecture.seed, surface.examples, lecture.replacement, longest)} if active else {}
    return {
        f"order {contender.slot}": _order_blob(
            seed_of(lecture, contender), surface.examples, lecture.replacement, longest
        )
        for _, contender in active
    }


QUIET_STEPS = 2_000
"""Without noise its errors are sent for races no longer than this: they are needed only when noise is turned up."""

NOISY_STEPS = 500
"""With noise its errors are sent for at least so many steps, so that a race can become longer under the hand."""


def _noise(lecture: Lecture, compact: bool) -> dict[str, bytes]:
    """The errors before they are scaled by σ, for paths that the browser walks."""
    if not lecture.noise and (compact or lecture.steps > QUIET_STEPS):
        return {}
    steps = max(lecture.steps, NOISY_STEPS) if lecture.noise and not compact else lecture.steps
    if lecture.same_noise:
        return {"noise": _noise_blob(lecture.seed, steps)}
    return {
        f"noise {contender.slot}": _noise_blob(seed_of(lecture, contender), steps)
        for _, contender in taking_part(lecture.contenders)
    }


def picture(
    surface: Surface, entries: Sequence[Entry], start: Pair, steps: int, settings: Sequence[str] = ()
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """As `content`, for entries that need not be those of a lecture; `settings` are the caption of a still."""
    described = {
        "surface": surface_facts(surface),
        "start": start,
        "steps": steps,
        "settings": list(settings),
        "contenders": [_contender(entry) for entry in entries],
    }
    runs = {_id(entry): _run_blob(entry.trajectory, entry.contender.rule) for entry in entries}
    data = {"data": _data_blob(surface)} if isinstance(surface, DataSurface) else {}
    return described, {"surface": grid_blob(surface), **data, **runs}


def extras(lecture: Lecture) -> dict[str, Any]:
    """The table of results, and the sentences that the settings call for."""
    return {
        "results": results_table(race(lecture)),
        "sentences": {
            "teaches": lecture.surface.teaches if asks(lecture) else None,
            "rates": unequal_rates(lecture),
            "outside": outside(lecture),
            "schedules": misfits(lecture),
            "branches": unreached(race(lecture)),
            "nearest": None if lecture.view.hides("results") else nearest_schedule(race(lecture)),
        },
    }


def formula_kernels(expression: str) -> str:
    """The name of the file with the kernels of a typed formula, which spells it as a link does."""
    return f"formula/{to_link(expression)}.js"


@lru_cache(maxsize=64)
def surface_facts(surface: Surface) -> Mapping[str, Any]:
    """A surface as the browser knows it, without its blob."""
    return {
        "key": surface.key,
        "title": surface.title,
        "axes": surface.axes,
        "parameters": values(surface),
        "kernels": formula_kernels(surface.expression) if isinstance(surface, Formula) else None,
        "window": surface.window,
        "eye": surface.eye,
        "quadratic": surface.is_quadratic,
        "numbers": _numbers(surface),
        "data_axes": surface.data_axes if isinstance(surface, DataSurface) else None,
        "drawn": surface.drawn_places if isinstance(surface, DataSurface) else (),
        "lowest": surface.lowest,
        "valley": surface.lowest if surface.has_valley else None,
        "unlisted": surface.unlisted,
    }


def _numbers(surface: Surface) -> list[dict[str, Any]]:
    """The numbers of a surface whose minima do not depend on them, as `number_on_slider` has those of a contender."""
    if isinstance(surface, DataSurface | Formula):
        return []
    places = ((field, p) for field, p in declared(surface).items() if isinstance(p, Number))
    return [_number(("surfaceParameters", field), parameter) for field, parameter in places]


def _contender(entry: Entry) -> dict[str, Any]:
    contender, outcome = entry.contender, entry.trajectory.outcome
    drawn = stroke(contender.slot)
    return {
        "id": _id(entry),
        "slot": contender.slot,
        "label": entry.label,
        "summary": summary(contender),
        "color": drawn.color,
        "dash": drawn.dash,
        "terms": terms(contender, entry.followed),
        "begins": entry.begins,
        "numbers": number_on_slider(contender),
        "outcome": {
            "name": outcome.kind.key,
            "sentence": outcome.sentence,
            "note": note(outcome),
            "known_from": entry.trajectory.steps if outcome.step is None else outcome.step,
        },
    }


def number_on_slider(contender: Contender) -> list[dict[str, Any]]:
    """Each number of a contender: the end of the path to its value, how it is written, and the slider that it is on."""
    return [_number(place.path[-2:], place.parameter) for place in number_places(contender)]


def _number(path: Sequence[str], parameter: Number) -> dict[str, Any]:
    return {
        "path": path,
        "symbol": parameter.plain_symbol or parameter.label,
        "scale": parameter.scale,
        "slider": slider_name(parameter),
    }


def _id(entry: Entry) -> str:
    """A contender's id, which stays the same while its settings change."""
    return str(entry.contender.slot)


@lru_cache(maxsize=64)
def _noise_blob(seed: Seed, steps: int) -> bytes:
    return noise_blob(seed, steps)


@lru_cache(maxsize=64)
def _order_blob(seed: Seed, examples: int, replacement: bool, longest: int) -> bytes:
    return order_blob(seed, examples, longest, replacement=replacement)


@lru_cache(maxsize=64)
def _data_blob(surface: DataSurface) -> bytes:
    return data_blob(surface.data)


@lru_cache(maxsize=64)
def grid_blob(surface: Surface) -> bytes:
    """The blob of a surface, made once."""
    return surface_blob(surface)


@lru_cache(maxsize=64)
def _compact_surface_blob(surface: Surface) -> bytes:
    return compact_grid(grid_blob(surface))


@remembering(RUNS_KEPT, BYTES_KEPT, weigh=lambda blob, trajectory, _: len(blob) + trajectory.nbytes)
def _run_blob(trajectory: Trajectory, rule: Optimizer) -> bytes:
    return run_blob(trajectory, rule)
