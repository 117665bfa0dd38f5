"""What the program has to say about an input, and the errors that stop it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something a person should look at: a place, a stable code, and what to do.

    Codes: ``R`` reading, ``P`` parsing, ``L`` linking, ``C`` comparing, ``S`` the site. CONTRIBUTING.md lists them.
    """

    path: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"


class ContractSiteError(Exception):
    """A wrong input or command. Its message is one line: the place, what is wrong, what to do."""

    def __init__(self, message: str) -> None:
        # An editors' file may quote words over a line end.
        super().__init__(" ".join(message.splitlines()))


class SettingsError(ContractSiteError):
    """A file that editors keep (``agreement.toml`` and its neighbours) does not say what it must."""


class SourceError(ContractSiteError):
    """A source file cannot be read as text."""
