"""What runs behind the fence: reads a file from its input, and prints what was taken out of it as two texts.

The text, and how its lines are set, are handed on as they are kept beside an original: words and rows, never objects, which
could be made to do something when they are unpacked.
"""

from __future__ import annotations

import json
import sys

from contract_site.model.finding import SourceError
from contract_site.read.fence import close_fence
from contract_site.read.file import read_data
from contract_site.read.kept import kept_lines


def main() -> None:
    """Read what is at the input, within the limits that the command gives, and print it."""
    seconds, memory, name = sys.argv[1:]
    close_fence(int(seconds), int(memory))
    sys.stdout.buffer.write(json.dumps(_read(sys.stdin.buffer.read(), name)).encode())


def _read(data: bytes, name: str) -> dict[str, str]:
    try:
        extracted = read_data(data, name)
    except SourceError as error:
        return {"error": str(error)}
    return {"text": extracted.source.text, "rows": kept_lines(extracted, name, name), "by": extracted.by}


if __name__ == "__main__":
    main()
