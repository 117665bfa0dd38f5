"""What a command costs by itself: seconds of processors, memory, and how long it is waited for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from contract_site.model.finding import ContractSiteError


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    seconds: float
    """Of processors, all of its processes together."""
    megabytes: float
    """Of memory, at most, of its largest process."""
    waited: float
    """Seconds until it was done."""


def cost_of(arguments: Sequence[str], failed: str) -> Cost:
    """Run Python with some arguments in a process of its own; ``failed`` is said if it fails. Raises ContractSiteError."""
    start = time.perf_counter()
    process = os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise ContractSiteError(failed)
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kilobytes / 1000, time.perf_counter() - start)
