"""Streamlit as it comes, without the event loop that this project installs beside it."""

import sys
from typing import Any

from streamlit.web.cli import main

modules: dict[str, Any] = sys.modules
modules["uvloop"] = None  # as if it were not installed

if __name__ == "__main__":
    main()
