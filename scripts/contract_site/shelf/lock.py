"""One build at a time in a folder: who comes second waits, because it would take away the records that the first needs.

The system holds the lock for a process, and lets go of it when that ends, however it does.
"""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

LOCK = "lock"
"""The name of the file in the folder that is locked; it stays there, empty."""
HELD = frozenset((errno.EACCES, errno.EAGAIN, errno.EDEADLK))
"""What the system answers where another process has the lock."""
AGAIN = 0.2
"""Seconds after which it is tried again."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other processes from building in a folder meanwhile; ``waiting`` is called once if one builds there already.

    Raises OSError if the folder cannot be made, or nothing can be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as file:
        if not _taken(file):
            waiting()
            while not _taken(file):
                time.sleep(AGAIN)
        try:
            yield
        finally:
            # Workers that were forked meanwhile have the file open too: to close it here alone would not let go of the lock.
            with suppress(OSError):
                _unlock(file)


def _taken(file: BinaryIO) -> bool:
    try:
        _lock(file)
    except OSError as error:
        # Disks of a network may know no locks: a build there goes on without one.
        return error.errno not in HELD
    return True
