"""Which rows of a long table of cases `make quick` reads; `make test` reads them all.

A table that crosses everything with everything has rows enough that a change which breaks it breaks many of them: every so
many rows find it as soon. A step that shares no factor with the lengths of the crossed tables meets every entry of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest


def leave_out_most(items: Iterable[pytest.Item]) -> None:
    """Mark as `slow` all rows of a table marked `sampled(step)` but every so many, in the order of collection."""
    row = Counter[str]()
    for item in items:
        for mark in item.iter_markers("sampled"):
            table = item.nodeid.partition("[")[0]
            if row[table] % mark.args[0]:
                item.add_marker(pytest.mark.slow)
            row[table] += 1
