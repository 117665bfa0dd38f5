"""What readers are told that a text comes from: what a program wrote of it is in their language."""

from __future__ import annotations

import re

from contract_site.interface.say import later, say

KINDS = {
    "text file": later("{name}, a text file."),
    "PDF": later("{name}, a PDF."),
    "Word file": later("{name}, a Word file."),
    "web page": later("{name}, a web page."),
    "Markdown file": later("{name}, a Markdown file."),
}
"""What a program writes of one file, by its kind."""
ONE = re.compile(rf"(?P<name>\S.*), a (?P<kind>{'|'.join(KINDS)})(?: of (?P<sheets>\d{{1,6}}) pages)?\.")
SEVERAL = re.compile(r"(?P<number>\d{1,6}) files, the first (?P<name>.+)\.")


def source_said(description: str) -> str:
    """Return a source's description, said in the language of the readers where a program wrote it."""
    if several := SEVERAL.fullmatch(description):
        return say("{number} files, the first {name}.", number=several["number"], name=several["name"])
    one = ONE.fullmatch(description)
    if one is None:
        return description
    if one["sheets"]:
        return say("{name}, a PDF of {number} pages.", name=one["name"], number=one["sheets"])
    sentence = KINDS[one["kind"]]
    return say(sentence, name=one["name"])
