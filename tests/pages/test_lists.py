"""The lists of an edition: one table says which there are, and every page that names them takes it from there."""

import re

from tests.beside.test_rows import crossings

from contract_site.beside.lists import lists_of
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.site.search_page import search_page

BEFORE = "ARTICLE 1\nROPES\n\nA. Ropes are tarred. See the Harbor Act, 39 U.S.C. 1205.\n"
AFTER = "ARTICLE 1\nROPES\n\nA. Ropes are tarred and coiled. See 39 U.S.C. 1205.\n"


def test_search_names_each_list_once_and_no_page_that_is_none() -> None:
    """Pages of histories once stood there too, each called the list of documents."""
    found = crossings(BEFORE, AFTER)
    editions = list(found.relations.editions.values())
    links = re.findall(r"\[([^]]*)\]\(([^)]*)\)", search_page(editions, found, editions[0]).text)
    pages = [page.path.as_posix() for edition in editions for page in render_edition(edition, found).pages]

    assert any(path.endswith("/history.md") for path in pages)
    assert [title for title, _ in links] == [
        title
        for edition in editions
        for title in (edition.settings.title, "Contents", *(each.title for each in lists_of(edition, found)))
    ]
