"""What lies beside a provision and is not its words: one quiet row, which names it and, opened, shows it whole.

Readers come for what the parties agreed. So what others say of it, and what became of it elsewhere, stands closed below it, in
a row that is there without JavaScript; only what the parties themselves printed stands open. A row that nobody opened is not
printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contract_site.cite.cite import citation
from contract_site.model.document import Part, Provision
from contract_site.words.escape import attribute, escape


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing that lies beside a provision."""

    names: tuple[str, ...]
    """What the closed row says of it: ``RK``, ``1966``, ``3 cite it``; nothing where what stands before it says enough."""
    whole: str
    """Itself, as Markdown."""


Asides = tuple[Provision, Sequence[Aside]]
"""A provision and what lies beside it."""


def row(part: Part, found: Sequence[Asides], depth: int) -> str:
    """Return the row of these provisions, set in to where their words begin at a depth; nothing if nothing lies beside them.

    They are several only where labels without words of their own are printed before the last one; then each is named.
    """
    held = [(provision, asides) for provision, asides in found if asides]
    if not held:
        return ""
    names = dict.fromkeys(name for _, asides in held for aside in asides for name in aside.names)
    named = len(held) > 1
    bodies = [_body(f"**{escape(citation(part, provision))}**\n\n" * named, asides) for provision, asides in held]
    return fold("beside" + (f" d{depth}" if depth else ""), " · ".join(names), bodies)


def fold(kind: str, name: str, bodies: Iterable[str]) -> str:
    """Return what is folded behind a name; ``kind`` is the classes that style it."""
    return f'<details class="{kind}" markdown>\n<summary>{attribute(name)}</summary>\n\n' + "\n".join(bodies) + "\n</details>\n"


def _body(head: str, asides: Sequence[Aside]) -> str:
    return head + "\n".join(aside.whole for aside in asides)
