"""Who has the lock keeps others out until it is done, however it ends; a disk without locks keeps nobody out."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.projects import ROOT

from contract_site.shelf import lock
from contract_site.shelf.lock import alone

HOLDER = """
import sys
from pathlib import Path
from contract_site.shelf.lock import alone
with alone(Path(sys.argv[1]), lambda: None):
    print("has it", flush=True)
    sys.stdin.read()
"""


def waits() -> None:
    raise InterruptedError("somebody else has it")


def test_another_process_is_waited_for_until_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "shelf")]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"has it\n"
        with pytest.raises(InterruptedError), alone(tmp_path / "shelf", waits):
            pass
        holder.kill()
    with alone(tmp_path / "shelf", waits):
        pass


def test_a_fault_lets_go_of_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), alone(tmp_path, waits):
        raise ZeroDivisionError
    with alone(tmp_path, waits):
        pass


def test_a_disk_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", unknown)
    with alone(tmp_path, waits), alone(tmp_path, waits):
        pass
