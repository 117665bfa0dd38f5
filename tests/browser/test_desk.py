"""The reading desk in a browser: a person reads and decides with the keyboard alone, on a wide screen and a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.desk.desks import LEARNED, TEXT, a_desk, a_desk_among_others, outline
from tests.read.pdfs import a_pdf

from contract_site.desk.desk import Desk
from contract_site.desk.server import serving

TEXT_OF_TWO = TEXT.replace("ARTICLE 2", "\fARTICLE 2").replace("2. It ends", "4. It ends")
SHEETS = (
    [(72, 740, "ARTICLE 1"), (72, 720, "DOORS"), (72, 700, "A. Doors are shut at night."), (72, 688, "B. So are nets.")],
    [(72, 740, "ARTICLE 2"), (72, 720, "MATS"), (72, 700, "Mats are beaten in spring.")],
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "lamps", text=TEXT_OF_TWO)


@pytest.fixture
def pictured(tmp_path: Path) -> Desk:
    folder = tmp_path / "doors"
    folder.mkdir()
    (folder / "source.pdf").write_bytes(a_pdf(*SHEETS))
    (folder / "agreement.toml").write_text(LEARNED.replace("source.txt", "source.pdf"), encoding="utf-8")
    return Desk(folder, "agreements/doors")


@pytest.fixture
def sit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a desk; at the end no page may have complained or asked another host."""
    open_desks, complaints = [], list[str]()

    def open_page(desk: Desk, *, width: int = 1280, scheme: str = "light") -> Page:
        server = serving(desk, 0)
        address = server.__enter__()
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, has_touch=width < 500)
        open_desks.append((server, context))
        page = context.new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
        page.goto(address)
        expect(page.locator("[role=option]").first).to_be_visible()
        return page

    yield open_page
    for server, context in open_desks:
        context.close()
        server.__exit__(None, None, None)
    # Chromium notes each refusal, which the page tells in words.
    assert [each for each in complaints if "409 (CONFLICT)" not in each] == []


def problems(page: Page) -> list[str]:
    found = Axe().run(page, None, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {node['html'][:100]}: {node['failureSummary']}" for each in found for node in each["nodes"]]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        expect(page.locator("body[aria-busy]")).to_have_count(0)


def chosen(page: Page) -> list[str]:
    return [(each.get_attribute("aria-label") or each.inner_text()) for each in page.locator("[aria-selected=true]").all()]


def test_a_person_reads_and_decides_with_the_keyboard_alone(desk: Desk, sit: Callable[..., Page]) -> None:
    page = sit(desk)
    said, folder = page.locator("#said"), desk.folder.path
    expect(page.locator("#lines")).to_be_focused()

    press(page, *["ArrowDown"] * 5, "h")
    expect(said).to_contain_text("Heading: written to outline.tsv")
    expect(page.locator("#provisions .to", has_text="Lamps and Oil")).to_be_visible()
    assert chosen(page) == ["6\nLamps and Oil"]

    press(page, "ArrowRight")
    expect(said).to_contain_text("Level down: written to outline.tsv")
    press(page, "u")
    expect(said).to_contain_text("taken back in outline.tsv")
    press(page, "n")
    expect(said).to_contain_text("1 of 2: unsure provision 1.")

    press(page, "End", "f")
    expect(said).to_contain_text("Furniture: written to outline.tsv")
    expect(page.locator("#lines .boxed.furniture")).to_contain_text("Printed at Exampleville")

    press(page, "ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "b")
    expect(page.get_by_role("dialog", name="Set out a table")).to_be_visible()
    expect(page.get_by_label("Rows")).to_have_value("Grade | Rate\nCook | 12.00\nMate | 9.00")
    page.keyboard.press("Tab")
    press(page, "Enter")
    expect(said).to_contain_text("table: written to tables.toml")

    press(page, "ArrowUp", "c")
    page.get_by_label("As it reads").fill("B. The day has eight hours.")
    press(page, "Tab", "Enter")
    expect(said).to_contain_text("corrected in corrections.toml")
    expect(page.locator("#provisions")).to_contain_text("The day has eight hours.")

    press(page, "r")
    expect(page.locator("#progress")).to_have_text("read: 1 of 2 pages")
    expect(page.locator("#page")).to_have_value("2")
    press(page, "PageUp")
    expect(page.locator("#read")).to_have_attribute("aria-pressed", "true")
    assert (folder / "reading.tsv").is_file()
    assert Desk(folder, "agreements/lamps").progress == "read: 1 of 2 pages"


LONG = "".join(f"ARTICLE {n}\nHOURS\nA. Lamps are lit, as in Article {90 + n}.\n1. Oil.\n4. Wick.\n" for n in range(1, 12))


def test_the_next_thing_to_look_at_is_brought_into_view_and_marked_in_the_list(
    tmp_path: Path, sit: Callable[..., Page]
) -> None:
    page = sit(a_desk_among_others(tmp_path, LONG))
    here = page.locator("#list [aria-current=true]")
    expect(page.locator(".count").last).to_have_text("(13)")
    expect(page.locator("#linking")).to_have_text("")

    for entry in ("L201line 3", "unsureline 4", "P402line 5", "L201line 8"):
        press(page, "n")
        expect(here).to_contain_text(entry)
    press(page, *["n"] * 9)
    expect(here).to_contain_text("L201line 53")
    expect(here).to_be_in_viewport(ratio=1)
    expect(page.locator("[aria-selected=true]")).to_be_in_viewport(ratio=1)
    press(page, "Shift+N")
    expect(here).to_contain_text("L201line 48")


def test_what_is_decided_leaves_the_list_and_the_next_is_the_one_behind_it(tmp_path: Path, sit: Callable[..., Page]) -> None:
    desk = a_desk_among_others(tmp_path, LONG)
    before = outline(desk)
    page = sit(desk)
    expect(page.locator(".count").last).to_have_text("(13)")
    press(page, "n", "n", "h")

    expect(page.locator("#said")).to_contain_text("Heading: written to outline.tsv")
    expect(page.locator(".count").last).to_have_text("(12)")
    assert outline(desk) == before
    press(page, "n")
    expect(page.locator("#list [aria-current=true]")).to_contain_text("P402line 5")


def test_on_a_picture_the_next_thing_is_brought_into_view(tmp_path: Path, sit: Callable[..., Page]) -> None:
    folder = tmp_path / "doors"
    folder.mkdir()
    sheets = (
        [(72, 740, "ARTICLE 1"), (72, 700, "Doors.")],
        [(72, 740, "ARTICLE 2"), (72, 500, "1. Nets."), (72, 60, "4. Oil.")],
    )
    (folder / "source.pdf").write_bytes(a_pdf(*sheets))
    (folder / "agreement.toml").write_text(LEARNED.replace("source.txt", "source.pdf"), encoding="utf-8")
    page = sit(Desk(folder, "agreements/doors"))

    press(page, "n")
    expect(page.locator("#page")).to_have_value("2")
    expect(page.get_by_role("option", name="1. Nets.")).to_be_in_viewport(ratio=1)


def test_a_decision_that_cannot_be_is_refused_in_words(desk: Desk, sit: Callable[..., Page]) -> None:
    page = sit(desk)
    press(page, "ArrowLeft")

    expect(page.locator("#said.refused")).to_have_text("this begins a part already; nothing stands above it")
    assert not (desk.folder.path / "outline.tsv").exists()


def test_keys_count_only_while_the_lines_have_the_focus(desk: Desk, sit: Callable[..., Page]) -> None:
    page = sit(desk)
    page.locator("#next").focus()
    press(page, "f", "h", "u")

    assert not (desk.folder.path / "outline.tsv").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["desk", "pictured"])
def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_screen(
    request: pytest.FixtureRequest, sit: Callable[..., Page], kind: str, width: int, scheme: str
) -> None:
    page = sit(request.getfixturevalue(kind), width=width, scheme=scheme)
    press(page, "ArrowDown", "Shift+ArrowDown")
    views = page.locator(".views button").all() if width == 390 else []

    assert problems(page) == []
    for each in views:
        each.click()
        assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dialog", ["c", "b"])
def test_axe_finds_nothing_wrong_with_an_open_dialog(desk: Desk, sit: Callable[..., Page], dialog: str) -> None:
    page = sit(desk, width=390, scheme="dark")
    press(page, dialog)
    expect(page.get_by_role("dialog")).to_be_visible()

    assert problems(page) == []
    press(page, "Escape")
    expect(page.locator("#lines")).to_be_focused()


def test_on_a_picture_a_tap_chooses_the_line_and_a_button_decides(pictured: Desk, sit: Callable[..., Page]) -> None:
    page = sit(pictured, width=390)
    image = page.get_by_role("img", name="Picture of page 1")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    assert page.locator(".box").count() == 3

    line = page.get_by_role("option", name="B. So are nets.")
    line.tap()
    assert chosen(page) == ["B. So are nets."]
    page.get_by_role("button", name="Is text").tap()
    expect(page.locator("#said")).to_contain_text("Is text: written to outline.tsv")
    assert page.locator(".box").count() == 2
