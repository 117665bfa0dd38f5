"""Tags are found and changed one by one; what is no tag stays as it is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from contract_site.bundle.markup import Tag, change_tags

TAGS = {
    "a tag": ('<p class="x">words</p>', ["p class=x", "/p"]),
    "no quotes, single quotes, no value": ("<a href=x class='y z' download>", ["a class=y z download= href=x"]),
    "a sign in an attribute": ('<a title="1 > 0 < 2" href="#">', ["a href=# title=1 > 0 < 2"]),
    "character references are read": ('<a href="?a=1&amp;b=2">', ["a href=?a=1&b=2"]),
    "the first of two attributes counts": ('<a href="x" HREF="y">', ["a href=x"]),
    "a comment holds no tag": ("<!-- <a href='x'> --><b>", ["b"]),
    "a script holds no tag": ('<script>"<a href=x>"</script><b>', ["script", "b"]),
    "a script's attributes": ('<script src="x" defer></script>', ["script defer= src=x"]),
    "void and closed": ('<link rel="icon" href="x"/><br>', ["link href=x rel=icon", "br"]),
    "over lines": ('<a\n  href="x"\n>', ["a href=x"]),
    "words that look alike": ("1 < 2, a <b, <3 and &lt;a href=x&gt;", []),
}


@pytest.mark.parametrize(("page", "expected"), TAGS.values(), ids=TAGS)
def test_every_tag_is_found_with_its_attributes(page: str, expected: list[str]) -> None:
    found: list[str] = []

    def note(tag: Tag) -> str:
        found.append(" ".join([tag.name, *(f"{name}={value}" for name, value in sorted(tag.attributes.items()))]))
        return tag.written

    assert change_tags(page, note) == page
    assert found == expected


@given(st.text(alphabet="<>/!-=\"'& abihref\n", max_size=60))
def test_a_page_whose_tags_are_not_changed_stays_as_it_is(page: str) -> None:
    assert change_tags(page, lambda tag: tag.written) == page


@given(st.dictionaries(st.sampled_from(["href", "class", "title"]), st.text(max_size=20)))
def test_an_attribute_that_is_changed_reads_back_as_it_was_given(attributes: dict[str, str]) -> None:
    changed = change_tags('<a id="x" href="y">z</a>', lambda tag: tag.having(**attributes) if tag.name == "a" else tag.written)
    link = BeautifulSoup(changed, "html.parser", multi_valued_attributes=None).find_all("a")

    assert [{name: str(value) for name, value in tag.attrs.items()} for tag in link] == [{"id": "x", "href": "y"} | attributes]


def test_an_attribute_can_be_left_out_and_the_element_of_a_script_replaced() -> None:
    page = '<a class="c" href="x">y</a><script src="z">1</script>'

    def change(tag: Tag) -> str:
        return tag.having(href=None) if tag.name == "a" else "" if tag.name == "script" else tag.written

    assert change_tags(page, change) == '<a class="c">y</a>'
