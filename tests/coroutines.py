"""Running coroutines in tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def done(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run it to its end, in a thread of its own: in that of the tests, Playwright's event loop may be running."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
