"""Markdown: markup is taken out, what somebody typed as a label stays."""

import pytest

from contract_site.model.source import Look
from contract_site.read.marked import read_markdown
from contract_site.read.text import split_lines


def rows(text: str) -> list[tuple[str, Look]]:
    return [(line.text, line.look) for line in split_lines(read_markdown(text, text.encode(), "pact.md").source)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("# Article 1 #\n\n## Boats {#boats}", ["Article 1", "Boats"], id="headings and their attributes"),
        pytest.param("Article 1\n=====\nBoats\n---", ["Article 1", "Boats"], id="underlined headings"),
        pytest.param("**Boats** are *tied* at [dusk](x.html).", ["Boats are tied at dusk."], id="weight and links"),
        pytest.param("One<br>Two", ["One", "Two"], id="a break is a line end"),
        pytest.param("\\* 5 \\# &amp; 6*7", ["* 5 # & 6*7"], id="escapes and entities"),
        pytest.param("a. Ropes\nb. Sails\n(1) Nets", ["a. Ropes", "b. Sails", "(1) Nets"], id="typed labels"),
        pytest.param("7. Ropes\n8. Sails", ["7. Ropes", "8. Sails"], id="numbers that count are words"),
        pytest.param("- Ropes\n* Sails", ["• Ropes", "• Sails"], id="bullets"),
        pytest.param(
            "- 1.100 Ropes\n- (a) Sails\n- b) Nets", ["1.100 Ropes", "(a) Sails", "b) Nets"], id="bullets before labels"
        ),
        pytest.param("One <!-- not\nshown --> two", ["One", "two"], id="comments"),
        pytest.param("---\ntitle: x\n---\nText\n\n***\n", ["title: x", "Text"], id="front matter and rules"),
        pytest.param("| Grade | Rate |\n|---|---:|\n| Cook | 12 |", ["Grade\tRate", "Cook\t12"], id="tables"),
        pytest.param("> Quoted\n> words", ["Quoted", "words"], id="quotations"),
        pytest.param("::: note\nWords\n:::", ["Words"], id="fences"),
        pytest.param("<u>Ropes</u> & <script>x</script>", ["Ropes & x"], id="tags are not words"),
    ],
)
def test_markdown_is_read_in_lines(text: str, lines: list[str]) -> None:
    assert [shown for shown, _ in rows(text)] == lines


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("1. a\n1. b\n1. c", ["1.", "2.", "3."], id="all the same"),
        pytest.param("1. a\n    a. x\n    a. y\n1. b", ["1.", "a.", "b.", "2."], id="inside each other"),
        pytest.param("1. a\n    i. x\n    i. y\n    i. z", ["", "i.", "ii.", "iii."], id="Roman"),
        pytest.param("# One\n1. a\n1. b\n# Two\n1. c\n1. d", ["", "1.", "2.", "", "1.", "2."], id="headings begin again"),
        pytest.param("1. a\n2. b", ["", ""], id="typed numbers"),
        pytest.param("1. a\n\nText between.\n\n1. b", ["", "", ""], id="two lists of one entry"),
    ],
)
def test_lists_whose_markers_are_alike_are_counted(text: str, numbers: list[str]) -> None:
    assert [look.number for _, look in rows(text)] == numbers


def test_lines_know_how_they_are_set() -> None:
    heading, run_in, whole, entry = (look for _, look in rows("### Boats\n**Title.** Text\n**All bold**\n    b. **Lead** rest"))

    assert heading.heading == 3
    assert (run_in.bold, run_in.lead) == (False, len("Title."))
    assert whole.bold
    assert (entry.indent, entry.level, entry.lead) == (4, 0, len("b. Lead"))
