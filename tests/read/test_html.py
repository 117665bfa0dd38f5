"""Web pages: the document's words with their look; the site around it is read, but apart."""

import pytest

from contract_site.model.source import Look
from contract_site.read.html import read_html
from contract_site.read.text import split_lines


def rows(page: str) -> list[tuple[str, Look]]:
    return [(line.text, line.look) for line in split_lines(read_html(page, page.encode(), "page.html").source)]


def texts(page: str) -> list[str]:
    return [text for text, look in rows(page) if not look.apart]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param("<h2>Article 1</h2><p>Boats are\n tied.</p>", ["Article 1", "Boats are tied."], id="blocks"),
        pytest.param("<p>One<br>Two<br/>Three</p>", ["One", "Two", "Three"], id="line breaks"),
        pytest.param("<div>Bare <b>words</b> here<p>and below</div>", ["Bare words here", "and below"], id="unclosed"),
        pytest.param("<p>5 &lt; 6 &amp; 7&nbsp;m</p>", ["5 < 6 & 7\u00a0m"], id="entities"),
        pytest.param(
            "<p>Shown<script>alert(1)</script><style>p{}</style><!-- not --></p>", ["Shown"], id="what runs is no text"
        ),
        pytest.param("<p hidden>No</p><p style='display: none'>No</p><p>Yes</p>", ["Yes"], id="hidden"),
        pytest.param("<pre>a\n  b</pre>", ["a", "b"], id="preformatted"),
        pytest.param(
            "<div><h3>Oars</h3>\n(1) Oars\nare tarred.\n\nThey are\nkept dry, and\n\nnever lent.\n\nMay 2020\nOARS\n</div>",
            ["Oars", "(1) Oars are tarred.", "They are kept dry, and never lent.", "May 2020", "OARS"],
            id="words that no paragraph holds are parted at blank lines",
        ),
        pytest.param(
            "<table><tr><th>Grade<th>Rate<tr><td>Cook<td>12</table>", ["Grade\tRate", "Cook\t12"], id="a table's rows"
        ),
    ],
)
def test_a_page_is_read_in_lines(page: str, lines: list[str]) -> None:
    assert texts(page) == lines


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        pytest.param("<ol><li>a<li>b<li>c</ol>", ["1.", "2.", "3."], id="counted"),
        pytest.param("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4.", "9.", "10."], id="start and value"),
        pytest.param("<ol type=a><li>x<li>y</ol>", ["a.", "b."], id="letters"),
        pytest.param("<ol style='list-style-type: upper-roman'><li>x<li>y</ol>", ["I.", "II."], id="by style"),
        pytest.param("<ol style='list-style: none'><li>x<li>y</ol>", ["", ""], id="none shown"),
        pytest.param("<ul><li>x<li>y</ul>", ["•", "•"], id="bullets"),
        pytest.param("<ol><li>x<ol type=i><li>y</ol><li>z</ol>", ["1.", "i.", "2."], id="inside each other"),
        pytest.param("<ol start=x type=?><li>y</ol>", ["1."], id="nonsense"),
        pytest.param("<ol class='letters wide'><li>x<li>y</ol>", ["a.", "b."], id="letters by the list's name"),
        pytest.param("<ol class=upper-roman><li>x<li>y</ol>", ["I.", "II."], id="Roman numerals by the list's name"),
        pytest.param("<ol><li>x<li><ol><li>y<li>z</ol><li>u</ol>", ["1.", "2.\t1.", "2.", "3."], id="a list alone in an entry"),
    ],
)
def test_entries_know_the_number_that_a_browser_shows(page: str, numbers: list[str]) -> None:
    assert [look.number for _, look in rows(page)] == numbers


def test_lines_know_how_they_are_set() -> None:
    page = "<h3 align=center>One</h3><p><b>1. Title.</b> Text</p><p><i>All slanted</i></p><p style='font-weight:700'>Bold</p>"
    heading, run_in, slanted, bold = (look for _, look in rows(page))

    assert (heading.heading, heading.centred) == (3, True)
    assert (run_in.bold, run_in.lead) == (False, len("1. Title."))
    assert slanted.italic
    assert bold.bold


SITE = """---
layout: page
---
<body><header><nav><a href=/>Home</a> <a href=/join>Join</a></nav></header><aside>Latest posts</aside>
<main><header><h1>Pact</h1></header><p>%s</p></main><footer>Powered by ropes</footer></body>"""


def test_the_site_around_a_document_is_apart_and_not_lost() -> None:
    page = SITE % ("Boats are tied at dusk. " * 20)
    apart = [(text, look.apart) for text, look in rows(page) if look.apart]

    assert texts(page)[0] == "Pact"
    assert len(texts(page)) == 2
    assert apart == [
        ("layout: page", "front matter of the file"),
        ("Home Join", "head of the page"),
        ("Latest posts", "beside the page's text"),
        ("Powered by ropes", "foot of the page"),
    ]


def test_a_page_nested_without_end_is_read() -> None:
    assert texts("<div>" * 3000 + "deep" + "</div>" * 3000 + "<p>after</p>") == ["deep", "after"]
