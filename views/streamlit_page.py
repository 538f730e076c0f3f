"""The document that Streamlit serves for every page."""

import re
from pathlib import Path

import streamlit

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def scripts_inside() -> list[str]:
    """The scripts that stand in it, which a policy has to name."""
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    return _INLINE.findall(page.read_text(encoding="utf-8"))
