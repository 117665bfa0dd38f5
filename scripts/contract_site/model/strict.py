"""What every table of a file that editors keep has in common."""

from __future__ import annotations


class Strict:
    """A table of a file that editors keep: a key that is not among its fields is an error."""

    __slots__ = ()
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 (read by pydantic, never changed)
