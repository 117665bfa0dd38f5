"""The pictures of the guides, made in a browser from the site of the invented agreements, and what each of them shows.

They are committed, because a build must give the same bytes on every machine, and letters are drawn differently on each. So
that they never lie, ``pictures.tsv`` beside them says by fingerprints which file was made and which words it shows; a test
looks whether the pages still say these, and asks for ``make pictures`` if not. They show invented agreements, because those
are the same in every fork, whatever is in its ``agreements/``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from contract_site.build import pipeline
from contract_site.build.forking import INVENTED, plan_fork, write_fork
from contract_site.build.neighbours import Neighbours
from contract_site.build.project import Project
from contract_site.desk.desk import Desk
from contract_site.desk.server import serving
from contract_site.editors.site_file import FILE, load_site
from contract_site.measure.browsing import Network, chromium, served
from contract_site.model.finding import ContractSiteError
from contract_site.site.folder import copy_folder, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path("docs", "assets", "guides")
ROWS = "pictures.tsv"
HEAD = "# Made by make pictures: a picture, the SHA-256 of its file, and that of the words which it shows."
ARTICLE, DESK = "tiny-2024/article-2/", "tiny-2024"
COMPARED = "compare/tiny-1950/tiny-1952/article-ii/"
ADDRESS = "https://contracts.example/"
"""Where the site of the pictures says that it stands."""
HEAD_HEIGHT = 60
TIP_WAS_SEEN = "localStorage.setItem('contract-reference-hint', '1')"
QUALITY = 0.35
"""Of the pictures, which are twice as fine as the screen; letters stay sharp, and none is larger than 40 kB."""
AS_WEBP = """async ([png, quality]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


@dataclass(frozen=True, slots=True)
class GuidePicture:
    """A picture of a page: where, how large in pixels of the screen, what is done first, and what it shows."""

    name: str
    page: str
    size: tuple[int, int]
    shows: str
    """The selector of what it is a picture of; its words are what must not have changed."""
    steps: Callable[[Page], object] = lambda page: page.wait_for_load_state("networkidle")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it was made."""

    name: str
    content: bytes
    words: str
    """The SHA-256 of the words that it shows."""

    @property
    def row(self) -> str:
        """The picture's row of ``pictures.tsv``."""
        return f"{self.name}\t{hashlib.sha256(self.content).hexdigest()}\t{self.words}"


def _open_row(page: Page) -> None:
    row = page.locator(".md-content .beside summary", has_text="memorandum").first
    row.click()
    row.evaluate(f"it => {{ it.scrollIntoView(); scrollBy(0, -{HEAD_HEIGHT * 2}); }}")


def _scroll_to(selector: str) -> Callable[[Page], object]:
    return lambda page: page.locator(selector).first.evaluate(f"it => {{ it.scrollIntoView(); scrollBy(0, -{HEAD_HEIGHT}); }}")


def _open_menu(page: Page) -> None:
    page.locator("[id='2.1.B'] > .label").first.click()
    page.locator("dialog.cite-menu button").first.wait_for()


def _open_code(page: Page) -> None:
    _open_menu(page)
    page.get_by_role("button", name="QR code").click()
    page.locator("dialog.cite-menu svg").first.wait_for()


def _make_set(page: Page) -> None:
    for anchor in ("2.1.A", "2.1.B"):
        page.locator(f"[id='{anchor}'] > .label").first.click()
        page.locator("dialog.cite-menu").get_by_role("button", name="Add to your print set").click()
        page.locator("dialog.cite-menu").get_by_role("button", name="Close").click()
    page.goto(page.url.partition("tiny-2024")[0] + "print/")
    page.locator(".sheet").nth(1).wait_for()
    _scroll_to(".sheet")(page)


PICTURES = (
    GuidePicture("find", "", (390, 460), ".md-content h1, .md-content form, .md-content .lines"),
    GuidePicture("read", f"{ARTICLE}#2.1.B", (390, 520), "[id='2.1.B']"),
    GuidePicture("row", "tiny-2024/article-4/", (390, 400), ".md-content .beside[open]", _open_row),
    GuidePicture("menu", ARTICLE, (390, 640), "dialog.cite-menu", _open_menu),
    GuidePicture("qr", ARTICLE, (390, 680), "dialog.cite-menu", _open_code),
    GuidePicture("compare", COMPARED, (390, 560), ".md-content", _scroll_to(".md-content ins")),
    GuidePicture("set", ARTICLE, (390, 620), ".sheet", _make_set),
    GuidePicture("desk", DESK, (1000, 640), "body", lambda page: page.locator("[role=option]").first.wait_for()),
)


def invented_site(root: Path, folder: Path) -> Project:
    """Build the site of the invented agreements in ``folder``, as a fork of the project in ``root`` has it; return it."""
    for name in ("docs", "overrides", INVENTED.as_posix()):
        copy_folder(root / name, folder / name)
    for name in ("mkdocs.yml", "site.toml"):
        (folder / name).write_bytes((root / name).read_bytes())
    for each in PICTURES:
        write(folder / FOLDER / f"{each.name}.webp", "")
    project = Project(folder, folder / "site")
    write_fork(project, plan_fork(project, load_site(root).name))
    settings = (folder / FILE).read_text(encoding="utf-8")
    write(folder / FILE, f'address = "{ADDRESS}"\n{settings}')
    pipeline.build_site(project, pipeline.unreported, bundles=False)
    return project


def make_guide_pictures(root: Path) -> str:
    """Make the pictures anew and write them into the project in ``root``; return a line that says how many they are.

    Raises ContractSiteError if there is no browser.
    """
    with chromium(root) as browser, TemporaryDirectory() as folder:
        if browser is None:
            raise ContractSiteError("no browser was found; make pictures finds or installs one")
        made = list(take_pictures(browser, invented_site(root, Path(folder))))
    write_pictures(root, made)
    return f"{len(made)} pictures, {sum(len(each.content) for each in made):,} bytes, in {FOLDER.as_posix()}"


def take_pictures(browser: Browser, project: Project) -> Iterator[Shown]:
    """Take the pictures of the site of a built project."""
    with served([project.site], Network(slow=0)) as host:
        for each in PICTURES:
            yield _taken(browser, project, host, each)


def _taken(browser: Browser, project: Project, host: str, picture: GuidePicture) -> Shown:
    if picture.page != DESK:
        return _shot(browser, f"{host}/{picture.page}", picture)
    folder = project.by_slug[DESK]
    with serving(Desk(folder, project.shown(folder), Neighbours(project, DESK)), 0) as address:
        return _shot(browser, address, picture)


def _shot(browser: Browser, address: str, picture: GuidePicture) -> Shown:
    width, height = picture.size
    fine = 1.5 if width < 1000 else 1
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=fine, service_workers="block", color_scheme="light"
    )
    context.add_init_script(TIP_WAS_SEEN)
    page = context.new_page()
    page.goto(address)
    picture.steps(page)
    words = " ".join(page.locator(picture.shows).all_inner_texts())
    png = base64.b64encode(page.screenshot(animations="disabled", caret="hide")).decode()
    made = browser.new_page()
    content = base64.b64decode(made.evaluate(AS_WEBP, [png, QUALITY]))
    made.close()
    context.close()
    return Shown(picture.name, content, hashlib.sha256(_plain(words, address).encode()).hexdigest())


def _plain(words: str, address: str) -> str:
    """Words without what differs from one run to the next: white space, and the port of this machine."""
    host = "/".join(address.split("/")[:3])
    return re.sub(r"\s+", " ", words.replace(host, "").replace(host.partition("//")[2], ""))


def write_pictures(root: Path, shown: list[Shown]) -> None:
    """Write the pictures and their rows into the project in ``root``."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for each in shown:
        (root / FOLDER / f"{each.name}.webp").write_bytes(each.content)
    write(root / FOLDER / ROWS, "\n".join([HEAD, *(each.row for each in shown), ""]))
