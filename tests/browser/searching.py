"""How tests type into search, and what they read of its answer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

FIELD = "input[aria-label='Search the agreements']"
DONE = ".cr-find__results:not([aria-busy])"


def answered(page: Page) -> None:
    """Wait until everything that was asked is answered."""
    expect(page.locator(".cr-find__status")).not_to_be_empty()
    expect(page.locator(DONE)).to_be_attached()


def emptied(page: Page) -> None:
    """Take away what is typed, and wait until no answer is shown any more."""
    page.locator(FIELD).fill("")
    expect(page.locator(".cr-find__status")).to_be_empty()


def type_in(page: Page, words: str) -> None:
    """Type words in place of what is typed, and wait for the answer to them; that to the old ones is one no longer."""
    page.locator(FIELD).fill(words)
    answered(page)


def addresses(page: Page, place: str = ".cr-find__results") -> list[str]:
    """The addresses of the results, in their order."""
    found = page.locator(f"{place} .cr-hit a").evaluate_all("all => all.map((each) => each.dataset.url)")
    return [str(each) for each in found]
