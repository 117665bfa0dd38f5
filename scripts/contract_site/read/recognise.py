"""Have a scan read by ocrmypdf, where it is installed: a program that recognises letters in pictures.

It is no part of this project and no package of Python, so nothing is installed for it; who has scans installs it once. What
it makes is a copy of the PDF with words behind the pictures. The scan stays the source; the copy is thrown away.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from contract_site.model.finding import SourceError

PROGRAM = "ocrmypdf"
MOST_SECONDS = 3_600
"""A book of four hundred pages takes about a quarter of this."""


def recognise(path: Path, copy: Path, name: str) -> str:
    """Write a copy of the scan at ``path`` with its words to ``copy``, and return which program read it, with its version.

    Raises SourceError, calling the scan ``name``, if the program is not installed or cannot read it.
    """
    try:
        version = _run("--version")
        made = _run("--skip-text", "--output-type", "pdf", "--", str(path), str(copy))
    except FileNotFoundError:
        raise SourceError(
            f"{name}:1: --ocr needs the program {PROGRAM}, which is not installed here; install it "
            f"(for example: apt install {PROGRAM}), or get the agreement as a PDF that holds words"
        ) from None
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}:1: {PROGRAM} did not end within an hour; give it fewer pages") from None
    if made.returncode or not copy.is_file():
        why = (made.stderr.strip().splitlines() or [f"status {made.returncode}"])[-1]
        raise SourceError(f"{name}:1: {PROGRAM} could not read the scan: {why}")
    return f"{PROGRAM} {(version.stdout.split() or ['?'])[-1]}"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *arguments], capture_output=True, text=True, errors="replace", check=False, timeout=MOST_SECONDS
    )
