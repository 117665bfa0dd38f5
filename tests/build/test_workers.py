"""Whoever makes the records, the site is the same: this process, others, a cluster that loses a worker in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.projects import ROOT, a_project, files_of, no_report

from contract_site import cli
from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.build.workers import cluster, this_machine
from contract_site.model.finding import ContractSiteError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    project = a_project(tmp_path_factory.mktemp("alone"))
    pipeline.build_site(project, no_report)
    return files_of(project.site)


def test_processes_make_the_site_that_one_makes(alone: dict[str, bytes], tmp_path: Path) -> None:
    project = a_project(tmp_path)
    with this_machine(3) as workers:
        pipeline.build_site(project, no_report, workers=workers)

    assert files_of(project.site) == alone


def test_a_fault_that_a_process_finds_is_told_in_one_line(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project.agreements / "tiny-2024" / "corrections.toml").write_text("no TOML", encoding="utf-8")
    with this_machine(2) as workers, pytest.raises(ContractSiteError, match=r"tiny-2024/corrections\.toml:1: not valid TOML"):
        pipeline.build_site(project, no_report, workers=workers)


def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    command = [sys.executable, ROOT / "scripts" / "build_site.py", "--project", project.root, "--workers", "3", "--quiet"]
    with subprocess.Popen(command) as build:
        while not (project.build / "shelf" / "editions").is_dir():
            assert build.poll() is None
            time.sleep(0.01)
        below = _children(build.pid)
        build.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while [pid for pid in below if _runs(pid)] and time.monotonic() < until:
        time.sleep(0.1)

    assert below
    assert [pid for pid in below if _runs(pid)] == []


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in found.stdout.split()]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return state.stdout.strip() not in ("", "Z")


# A cluster ------------------------------------------------------------------------------------------------------------


@contextmanager
def a_cluster(folder: Path, count: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers on this machine: its address, and the workers' processes."""
    file = folder / "scheduler.json"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical"}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *arguments, "--scheduler-file", str(file), "--no-dashboard"]
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    started = [start("scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        while not file.exists():
            time.sleep(0.1)
        started += [start("worker", "--nthreads", "1", "--no-nanny", "--name", f"worker-{each}") for each in range(count)]
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        _wait_for(address, count)
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def _wait_for(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=120)


def test_a_cluster_that_loses_a_worker_in_the_middle_makes_the_site_that_one_process_makes(
    alone: dict[str, bytes], tmp_path: Path
) -> None:
    project = a_project(tmp_path / "project")
    with a_cluster(tmp_path, 3) as (address, workers):
        killer = threading.Thread(target=_kill_in_the_middle, args=(project, workers[0]))
        killer.start()
        with cluster(address) as making:
            pipeline.build_site(project, no_report, workers=making)
        killer.join()

        assert workers[0].poll() is not None
        assert [worker.poll() for worker in workers[1:]] == [None, None]
    assert files_of(project.site) == alone


def _kill_in_the_middle(project: Project, worker: subprocess.Popen[bytes]) -> None:
    while not list((project.build / "shelf").glob("links/*.box")):
        time.sleep(0.01)
    worker.kill()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense"])
def test_a_scheduler_that_is_not_there_is_said_in_one_line(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contract_site.build.workers.PATIENCE", 1)
    result = CliRunner().invoke(cli.build_site, ["--cluster", address, "--quiet"])

    assert result.exit_code == 1
    assert result.stderr.startswith(f"no scheduler answers at {address}")
    assert result.stderr.count("\n") == 1
