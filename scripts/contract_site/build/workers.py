"""Who makes records: processes on this machine's processors, or the workers of a cluster.

A cluster is Dask's (``distributed``, which only those install who have one): what a worker is given and gives is bytes, so that
it needs this program and nothing else of the project, no disk that it shares with others either. Where a worker is lost, the
scheduler has another do its step again.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Any

from contract_site.model.finding import ContractSiteError
from contract_site.shelf.making import Workers

LOOKING = 1.0
"""Seconds after which a process looks whether the one that started it is still there."""
LOST = (
    "a process that made records was ended from outside, as systems do that run out of memory; build again with --workers 1:"
    " what was finished is kept"
)
PATIENCE = 10
"""Seconds within which a scheduler has to answer."""


def processors() -> int:
    """Return how many processors this program may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def makers(count: int | None, address: str) -> AbstractContextManager[Workers | None]:
    """Return who makes what is stale: the workers of the scheduler at an address, else so many processes of this machine.

    As many as it has processors, if no count is given.
    """
    return cluster(address) if address else this_machine(count or processors())


@contextmanager
def this_machine(count: int) -> Iterator[Workers | None]:
    """Yield so many processes of this machine; None for one, which is this process itself."""
    if count < 2:
        yield None
        return
    with ProcessPoolExecutor(count, initializer=_serve) as executor:
        try:
            yield Workers(executor, count)
        except BrokenProcessPool:
            raise ContractSiteError(LOST) from None
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """Yield the workers of the scheduler at an address, as ``tcp://host:8786``. Raises ContractSiteError if it has none."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ContractSiteError(
            "a cluster needs the package distributed; pip install -r requirements/cluster.in, here and where the workers are"
        ) from None
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ContractSiteError(f"no scheduler answers at {address} ({str(error).partition(chr(10))[0]})") from None
    with client:
        count = sum(client.nthreads().values())
        if not count:
            raise ContractSiteError(f"the scheduler at {address} has no workers; start some: dask worker {address}")
        yield Workers(client.get_executor(pure=False), count, elsewhere=True)


def _serve() -> None:
    """Prepare a process that makes records: it ends with the one that started it, which alone hears an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent is another: without that it would wait for ever for a killed one."""
    while os.getppid() == parent:
        time.sleep(LOOKING)
    os._exit(1)
