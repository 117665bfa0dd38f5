"""Records are made if what they are made from changed, by whomever, and kept as soon as they are there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.projects import no_report

from contract_site.model.finding import ContractSiteError
from contract_site.shelf import making
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, Maker, RecordPart, Workers, perform
from contract_site.shelf.shelf import Record, Shelf


def doubled(box: Box) -> bytes:
    """A step: its text twice, in capitals too."""
    text = box.text("text")
    return pack({"twice": (text * 2).encode(), "loud": text.upper().encode()})


def failing(box: Box) -> bytes:
    """A step that finds something wrong."""
    raise ContractSiteError(f"x:1: {box.text('text')}")


def steps(*texts: str) -> list[BuildStep]:
    return [BuildStep(f"step/{number}", doubled, {"text": text.encode()}) for number, text in enumerate(texts)]


@pytest.fixture(params=["here", "threads", "processes"])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers | None]:
    kinds: dict[str, type[Executor]] = {"threads": ThreadPoolExecutor, "processes": ProcessPoolExecutor}
    if request.param == "here":
        yield None
        return
    with kinds[request.param](2) as executor:  # type: ignore[call-arg]
        yield Workers(executor, 2)


def make(folder: Path, wanted: list[BuildStep], workers: Workers | None = None) -> tuple[dict[str, Record], list[str]]:
    maker = Maker(Shelf(folder), workers, no_report)
    return maker.make("Doubling", wanted), sorted(maker.made)


def test_what_is_there_is_not_made_again(tmp_path: Path, workers: Workers | None) -> None:
    first, made = make(tmp_path, steps("a", "b", "c"), workers)
    again, nothing = make(tmp_path, steps("a", "b", "c"), workers)

    assert made == ["step/0", "step/1", "step/2"]
    assert nothing == []
    assert list(first) == list(again) == ["step/0", "step/1", "step/2"]
    assert {name: dict(record) for name, record in first.items()} == {name: dict(record) for name, record in again.items()}


def test_what_has_other_input_is_made_again(tmp_path: Path, workers: Workers | None) -> None:
    make(tmp_path, steps("a", "b", "c"), workers)
    found, made = make(tmp_path, steps("a", "x", "c"), workers)

    assert made == ["step/1"]
    assert found["step/1"].text("twice") == "xx"


def test_what_is_damaged_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, steps("a", "b"))
    path = tmp_path / "step" / "1.box"
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert make(tmp_path, steps("a", "b"))[1] == ["step/1"]


def test_a_record_made_from_a_part_that_came_out_the_same_stays(tmp_path: Path) -> None:
    def chain(text: str) -> list[str]:
        maker = Maker(Shelf(tmp_path), None, no_report)
        first = maker.make("Doubling", [BuildStep("first", doubled, {"text": text.encode()})])["first"]
        maker.make("Doubling", [BuildStep("second", doubled, {}, {"text": RecordPart(first, "loud")})])
        return maker.made

    assert chain("word") == ["first", "second"]
    assert chain("Word") == ["first"]
    assert chain("other") == ["first", "second"]


def test_other_code_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, steps("a"))
    monkeypatch.setattr(making, "program", lambda: "another")

    assert make(tmp_path, steps("a"))[1] == ["step/0"]


def test_what_was_finished_before_a_fault_is_kept(tmp_path: Path, workers: Workers | None) -> None:
    wanted = [*steps("a"), BuildStep("wrong", failing, {"text": b"harm"}), *steps("a", "b")[1:]]
    with pytest.raises(ContractSiteError, match="x:1: harm"):
        make(tmp_path, wanted, workers)

    assert "step/0" not in make(tmp_path, steps("a", "b"), workers)[1]


def test_a_worker_with_another_program_is_refused() -> None:
    with pytest.raises(ContractSiteError, match="a worker has other code"):
        perform(doubled, pack({"text": b"a"}), "en", "another")
