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

FORKING = """
import os, signal, sys, time
from pathlib import Path
from contract_site.shelf.lock import alone
with alone(Path(sys.argv[1]), lambda: None):
    worker = os.fork()
    if not worker:
        time.sleep(60)
        os._exit(0)
def waits():
    raise InterruptedError
try:
    with alone(Path(sys.argv[1]), waits):
        print("had it again")
finally:
    os.kill(worker, signal.SIGKILL)
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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")
def test_a_worker_that_was_forked_meanwhile_does_not_keep_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FORKING, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.returncode) == ("had it again\n", 0), done.stderr


def test_a_disk_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", unknown)
    with alone(tmp_path, waits), alone(tmp_path, waits):
        pass
