"""A program that tries, behind the fence, what it may not: to write a file, or never to end. It says how that went."""

import sys
from pathlib import Path

from contract_site.read.fence import close_fence

if __name__ == "__main__":
    close_fence(int(sys.argv[1]), int(sys.argv[2]))
    while sys.argv[3] == "forever":
        pass
    try:
        Path(sys.argv[3]).write_bytes(b"words")
        sys.stdout.write("written")
    except OSError:
        sys.stdout.write("refused")
