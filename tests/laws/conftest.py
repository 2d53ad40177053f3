"""Laws run many cases and hold the product to a time, so they run without the tracing that measures coverage."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_tracing() -> Iterator[None]:
    """Take the trace function away for the time of a test."""
    trace = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(trace)
