"""Run the reader of a file in a process of its own, which has only so much time and memory and may write nothing.

A PDF, a Word file or a page comes from anywhere. One made to harm can hold a small picture of something without end: a
program that draws a thousand million letters, an archive that unpacks to a whole disk. No reader can tell before it tries;
so it tries behind a fence, and where it does not come back nothing has happened but that one line says so. The process has its
limits from the size of the file; where the system knows none (Windows) only the time counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from contract_site.model.finding import SourceError

MEMORY = 1 << 30
"""Bytes that any file may cost: the libraries alone take a quarter of it."""
MEMORY_A_BYTE = 100
"""Bytes more for each byte of the file: a page as a tree takes forty to sixty times its size."""
SECONDS = 30
"""Seconds of one processor that any file may cost; the longest agreement known to us takes two."""
SECONDS_A_MEGABYTE = 15
PATIENCE = 6
"""So many times as long is waited where the processor has other things to do."""
SCRIPTS = Path(__file__).resolve().parents[2]


def run_fenced(module: str, arguments: Sequence[str], data: bytes, name: str) -> bytes:
    """Run a module of ours on the data behind the fence, and return what it prints.

    Raises SourceError, calling the file ``name``, if it needs more than it may have, or falls.
    """
    seconds, memory = _limits(len(data))
    command = [sys.executable, "-P", "-m", module, str(seconds), str(memory), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    try:
        result = subprocess.run(
            command, input=data, capture_output=True, env=environment, check=False, timeout=seconds * PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise _too_much(name, seconds, memory) from None
    if result.returncode:
        raise _too_much(name, seconds, memory)
    return result.stdout


def close_fence(seconds: int, memory: int) -> None:
    """Give this process its limits, for good: seconds of a processor, bytes of memory, and no byte on a disk."""
    with suppress(ImportError):
        # Not with an import statement: mypy would check for Windows that it is there.
        resource = import_module("resource")
        for kind, most in (("CPU", seconds), ("AS", memory), ("FSIZE", 0), ("CORE", 0)):
            # A system may refuse a limit that it does not keep, as macOS does for memory.
            with suppress(ValueError, OSError):
                resource.setrlimit(getattr(resource, f"RLIMIT_{kind}"), (most, most))


def _limits(size: int) -> tuple[int, int]:
    """The seconds and the bytes that a file of this size may cost."""
    return SECONDS + size * SECONDS_A_MEGABYTE // 1_000_000, MEMORY + size * MEMORY_A_BYTE


def _too_much(name: str, seconds: int, memory: int) -> SourceError:
    return SourceError(
        f"{name}:1: cannot be read within {seconds} seconds and {memory / (1 << 30):.1f} GB, as any agreement of its size can; "
        "it is damaged or made to harm: open it, save it anew, and give that"
    )
