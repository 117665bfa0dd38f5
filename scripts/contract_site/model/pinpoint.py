"""Where a provision stands: the path of printed labels, outermost first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from contract_site.model.place import Label


class StepStyle(StrEnum):
    """How one step of a pinpoint is written in a citation."""

    DOTTED = "dotted"
    """``12.5.C``: the label after a full stop."""
    BRACKETED = "bracketed"
    """``(6)``: the label in round brackets, as the drafters print it."""
    NAMED = "named"
    """``Step 2``, ``Article 7``: a word and a number; ``step-2`` in an address."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: a label without its punctuation."""

    value: str
    """As addresses write it: ``5``, ``C``, ``step-2``; ``A~2`` for the second A in one place."""
    style: StepStyle = StepStyle.DOTTED
    word: str = field(default="", compare=False)
    """How the edition says it where the English name of its rank does not serve: of a named step the whole (``Paso 2``), of
    another the word of its rank (``Sección``). A place is the same place without it."""

    @property
    def cited(self) -> str:
        """The step as citations write it, without what separates it from the step before."""
        value = Label.parse(self.value).value
        match self.style:
            case StepStyle.BRACKETED:
                return f"({value})"
            case StepStyle.NAMED:
                if self.word:
                    return self.word
                word, _, rest = value.partition("-")
                numbered = word in ("article", "section", "step", "item")
                return f"{word.capitalize()} {rest.upper()}" if numbered else value.replace("-", " ").capitalize()
            case StepStyle.DOTTED:
                return value


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A path of steps from the top of a part down to one provision."""

    steps: tuple[Step, ...] = ()

    def below(self, step: Step) -> Pinpoint:
        """Return the pinpoint one step further down."""
        return Pinpoint((*self.steps, step))

    @property
    def anchor(self) -> str:
        """The path as addresses write it: ``12.5.C.5.b.6``."""
        return ".".join(step.value for step in self.steps)

    def __str__(self) -> str:
        """The path as citations write it: ``12.5.C.5.b(6)``."""
        written = ""
        for step in self.steps:
            separator = "." if written and step.style is not StepStyle.BRACKETED else ""
            written += separator + step.cited
        return written
