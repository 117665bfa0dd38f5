"""The comparisons that tests open, and how their views are chosen."""

from __future__ import annotations

HOME = "compare/national-1964/national-1966/"
ARTICLE = f"{HOME}article-vi/"
MOVED = f"{HOME}article-ix/"
REPRINT = "compare/national-2010/appendix-a/"
PAGES = ["compare/", HOME, ARTICLE, MOVED, f"{HOME}article-xii/", f"{HOME}supplement/seniority/", f"{HOME}numbers/"]
ITEM = "compare/local/item-15/"
PAGES += ["compare/local/", ITEM, "compare/local/item-18/", REPRINT, f"{REPRINT}article-8/", f"{REPRINT}numbers/"]
KINDS = ["compare/", HOME, ARTICLE, "compare/local/", ITEM, REPRINT, f"{REPRINT}article-8/", f"{REPRINT}numbers/"]
"""One page of each kind; the longest article is among those that test_accessibility.py reads by every rule."""
WORDS = "[id='VI.E.1']"
"""A row in which “postmaster” became “installation head”."""
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
TOP = """() => {
  const edge = document.querySelector('.views').getBoundingClientRect().bottom;
  const rows = [...document.querySelectorAll('.row')].filter((each) => each.getClientRects().length);
  const row = rows.find((each) => each.getBoundingClientRect().bottom > edge + 24);
  return [row.id, Math.round(row.getBoundingClientRect().top - edge)];
}"""


def choose(page, view):
    page.locator(f"input[name=view][value={view}]").click()


def scrolled_to(page, row):
    page.locator(f"[id='{row}']").evaluate("it => it.scrollIntoView({behavior: 'instant'})")
    page.wait_for_timeout(150)  # the script looks at the place once a frame
    return page.evaluate(TOP)
