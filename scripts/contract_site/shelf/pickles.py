"""Trees as bytes and back: pickled by Python, read by a reader that knows the classes of the model and no others."""

from __future__ import annotations

import io
import pickle
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

from contract_site.shelf.box import Box, DamagedError

PROTOCOL = 5
MODEL = "contract_site.model."
PLAIN = frozenset((each.__module__, each.__name__) for each in (date, PurePosixPath, Counter))
"""What else stands in a tree. Python 3.13 has paths in a module of another name."""
MOST = 4
"""How many trees stay read."""
_READ: dict[str, Any] = {}


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a tree may hold. Raises DamagedError for anything else, which might be run."""
        if "." in name or not (module.startswith(MODEL) or (module, name) in PLAIN):
            raise DamagedError(f"it holds {module}.{name}, which no record does")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise DamagedError(f"it holds {module}.{name}, which is no class")
        return found


def tree_in(box: Box, name: str) -> Any:
    """Return the value that a file of a box holds; the last few stay read, because one step after another asks for them.

    Who gets one may not change it. Raises DamagedError, KeyError.
    """
    sha256 = box.listed[name].sha256
    found = _READ.pop(sha256, None)
    if found is None:
        found = loaded(box[name])
    _READ[sha256] = found
    while len(_READ) > MOST:
        del _READ[next(iter(_READ))]
    return found


def dumped(tree: object) -> bytes:
    """Return a value of the model as bytes."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target, PROTOCOL)
    pickler.dispatch_table = dict.fromkeys(_below(Enum), _by_value)
    pickler.dump(tree)
    return target.getvalue()


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    """Yield all classes that are made from one."""
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _by_value(member: Enum) -> tuple[type[Enum], tuple[Any]]:
    """Return how a member of an enumeration is made again: by its value.

    Python 3.11.0 to 3.11.3 would write a call of ``getattr``, which is no class of the model.
    """
    return type(member), (member.value,)


def loaded(content: bytes) -> Any:
    """Return the value that bytes hold. Raises DamagedError if they hold anything that is no value of the model."""
    try:
        return _Reader(io.BytesIO(content)).load()
    except (
        pickle.UnpicklingError,
        EOFError,
        AttributeError,
        ImportError,
        IndexError,
        TypeError,
        ValueError,
        KeyError,
    ) as error:
        raise DamagedError(f"it holds no tree ({error})") from None
