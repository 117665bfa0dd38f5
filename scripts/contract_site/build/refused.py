"""What the system refused a command, said in one line."""

from __future__ import annotations

import errno


def refused(error: OSError) -> str:
    """Return in one line what the system refused, where, and what may be done."""
    if error.args and isinstance(error.args[0], list):
        # Of copying a folder: each file with where it should go, and why it could not.
        _source, name, why = error.args[0][0]
        return f"{name}:1: {str(why).rpartition('] ')[2]}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{error.filename or 'the disk'}:1: {error.strerror}; make room. The last site stands as it was"
    return f"{error.filename or 'a file'}:1: {error.strerror or error}"
