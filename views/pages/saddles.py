"""The page of critical points in many dimensions: how rarely all eigenvalues are positive, and why."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from lecture import Lecture
from lecture.link.encode import encode_page
from lecture.pages.saddles import Saddles
from lecture.random_hessians import GROUPS, PositiveShare, positive_shares
from parameters import declared, format_number
from views import address
from views.positive_chart import positive_chart


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the page."""
    page = lecture.page
    assert isinstance(page, Saddles)
    shares = positive_shares(int(page.draws))
    with st.container(key="saddles"):
        st.header("Saddles are the rule", anchor=False)
        st.markdown(
            "Where the gradient is zero, the n eigenvalues of the Hessian tell what the point is: all positive, a "
            "minimum; all negative, a maximum; of both signs, a saddle. If each sign were the toss of a coin, all "
            "would be positive with probability 2⁻ⁿ, which is one in a thousand for 10 weights. Of random symmetric "
            "matrices, far fewer have only positive eigenvalues."
        )
        st.html(f'<div class="saddles-numbers">{positive_chart(shares)}{_table(shares)}</div>')
        if not alone:
            st.html(_choices(lecture, page))
        st.markdown(_WHY)
        st.markdown(_HOW)
        st.markdown(_NETWORKS)


_WHY = (
    "**Why it lies below 2⁻ⁿ.** Eigenvalues repel each other: the density of all of them together contains the product "
    "of their distances |λᵢ − λⱼ|, so that two are hardly ever close together. To be all positive they would have to "
    "crowd into one half of the line. That costs a factor not for each eigenvalue, as coins do, but for each pair of "
    "them, and there are n(n − 1)/2 pairs: for large n the probability falls as exp(−0.275 n²), with the factor "
    "(ln 3)/4. For n = 2 it is (2 − √2)/4, about 0.146, and not a quarter."
)
_HOW = (
    "**How it is simulated.** Entries are normal and independent but for the symmetry, with variance 1, and 2 on the "
    "diagonal, so that no direction is preferred. All eigenvalues of a matrix are positive only if those of its upper "
    "left block are. So the matrices that have passed are given another row and column, and the share that passes "
    f"again is a factor of the probability. It is done in {GROUPS} independent groups, whose spread gives the standard "
    "error; the seed is fixed."
)
_NETWORKS = (
    "**What it means for networks.** The Hessian of a loss is no such matrix: low in the landscape most of its "
    "eigenvalues are positive or zero. But with many weights a critical point high up is hardly ever a minimum, and "
    "where descent is slow, a saddle is the likelier reason. "
    "Sources: Dean and Majumdar, 2006; Dauphin et al., 2014."
)


def _choices(lecture: Lecture, page: Saddles) -> str:
    """The numbers of matrices that can be drawn, as links."""
    parameter = declared(page)["draws"]
    links = (_choice(lecture, Saddles(draws=draws), current=draws == page.draws) for draws in _in_order())
    words = f"{parameter.label} of each size:"
    return f'<nav class="saddles-draws" aria-label="{escape(words)}">{escape(words)} {" ".join(links)}</nav>'


def _in_order() -> list[str]:
    return sorted(declared(Saddles)["draws"].options, key=int)  # type: ignore[attr-defined]


def _choice(lecture: Lecture, page: Saddles, *, current: bool) -> str:
    attributes = {"aria-current": "true"} if current else {}
    return address.anchor(address.on_page(lecture, page), f"{int(page.draws):,}", attributes, page=encode_page(page))


COLUMNS = ("n", "All positive", "Standard error", "2⁻ⁿ")


def _table(shares: Sequence[PositiveShare]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    rows = "".join(f"<tr>{''.join(_cells(share))}</tr>" for share in shares)
    return f'<table class="saddles-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cells(share: PositiveShare) -> Iterator[str]:
    yield f'<th scope="row">{share.size}</th>'
    yield f"<td>{format_number(share.probability, 3)}</td>"
    yield f"<td>{format_number(share.error, 2)}</td>"
    yield f"<td>{format_number(2.0**-share.size, 3)}</td>"
