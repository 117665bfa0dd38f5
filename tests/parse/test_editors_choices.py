"""What editors decide, where no rule can: paragraphs, owners, labels, tables, parts."""

import pytest
from tests.parse.texts import a_correction, an_editorial, outline_of, parse_text

from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import HandTable, LeftOut, ParagraphChoice
from contract_site.model.finding import SettingsError
from contract_site.model.outline import KeptRow

TEXT = """ARTICLE 1
WORK
A. The first rule is this, and it is long enough for a line.
B. The second rule has parts, which are these, of this kind:
1. the first part,
2. the second part.
All of these parts are equal.
C. The third rule.
"""


SENTENCES = TEXT.replace("the first part,", "The first part is long and wide, and it is told to all.").replace(
    "the second part.", "The second is short."
)
"""The same list, of sentences: words do not tell whose the paragraph behind it is."""


def outline(text: str = TEXT, **tables: object) -> list[str]:
    return [line.strip() for line in outline_of(parse_text(text, an_editorial(**tables))).splitlines()]


def choose(line: int, opens: str, **decision: object) -> dict[str, object]:
    return {"paragraphs": (ParagraphChoice(line=line, opens=opens, **decision),)}


def test_without_a_choice_a_paragraph_belongs_to_what_was_printed_before() -> None:
    assert "[paragraph 1.B.2.p2] All of these parts are equal." in outline(SENTENCES)


def test_without_a_choice_a_paragraph_behind_parts_of_a_sentence_belongs_to_what_they_are_part_of() -> None:
    assert "[paragraph 1.B.p2] All of these parts are equal." in outline()


@pytest.mark.parametrize(
    ("owner", "block"),
    [
        pytest.param("1.B", "[paragraph 1.B.p2] All of these parts are equal.", id="the provision above"),
        pytest.param("1", "[paragraph 1.p2] All of these parts are equal.", id="the article"),
        pytest.param("1.A", "[paragraph 1.A.p2] All of these parts are equal.", id="a provision that ended"),
    ],
)
def test_an_owner_gets_the_paragraph(owner: str, block: str) -> None:
    assert block in outline(**choose(7, "All of", owner=owner))


def test_a_list_goes_on_after_a_paragraph_of_the_provision_above_it() -> None:
    found = outline(**choose(7, "All of", owner="1"))

    assert found[-2:] == ["<1.C> C.", "[paragraph 1.C] The third rule."]


def test_a_paragraph_that_does_not_begin_is_joined() -> None:
    assert "[paragraph 1.B.2] the second part. All of these parts are equal." in outline(**choose(7, "All of", begins=False))


def test_a_paragraph_begins_where_no_rule_sees_it() -> None:
    text = "ARTICLE 1\nWORK\nThe first line is wide and full of words\nand the second goes on with it.\n"
    found = outline(text, **choose(4, "and the second"))

    assert found[-1] == "[paragraph 1.p2] and the second goes on with it."


def test_a_label_is_text_if_an_editor_says_so() -> None:
    found = outline(**choose(6, "2. the", label=False, begins=False))

    assert "[paragraph 1.B.1] the first part, 2. the second part." in found


def test_a_label_counts_out_of_its_order_if_an_editor_says_so() -> None:
    """The notes of 2010 number 1, 2, 4, 5."""
    text = "ARTICLE 1\nWORK\n1. One.\n2. Two.\n4. Four.\n5. Five.\n"

    assert [line for line in outline(text) if line.startswith("<1.")] == ["<1.1> 1.", "<1.2> 2."]
    assert [line for line in outline(text, **choose(5, "4.", label=True)) if line.startswith("<1.")] == [
        "<1.1> 1.", "<1.2> 2.", "<1.4> 4.", "<1.5> 5.",
    ]  # fmt: skip


def test_a_correction_gives_a_label_its_stop_back() -> None:
    damaged = TEXT.replace("C. The", "C The")

    assert "<1.C> C." not in outline(damaged)
    assert outline(damaged, corrections=(a_correction("C The", "C. The", line=8),))[-2:] == [
        "<1.C> C.",
        "[paragraph 1.C] The third rule.",
    ]


PAY = """ARTICLE 1
PAY
A. The rates are these:
a. Grade Rate ..... per hour
3 12.00
— 4 13.00
B. They are paid.
"""
RATES = HandTable(
    first=4,
    last=6,
    opens="a. Grade",
    columns=("Grade", "Rate per hour"),
    rows=(("3", "12.00"), ("4", "13.00")),
    left_out=(LeftOut(raw=".....", reason="leaders"), LeftOut(raw="—", reason="dash")),
)


def test_a_table_takes_the_place_of_its_lines_under_the_label_that_stands_in_them() -> None:
    assert outline(PAY, tables=(RATES,)) == [
        "<1> ARTICLE 1 | PAY",
        "<1.A> A.",
        "[paragraph 1.A] The rates are these:",
        "<1.A.a> a.",
        "[table 1.A.a.t1]",
        "Grade / Rate per hour",
        "3 / 12.00",
        "4 / 13.00",
        "<1.B> B.",
        "[paragraph 1.B] They are paid.",
        "-- leaders: .....",
        "-- dash: —",
    ]


def test_a_table_belongs_to_the_owner_that_editors_name_and_keeps_the_anchor_that_they_give() -> None:
    text = "ARTICLE 1\nPAY\nA. The rates of all:\nGrade Rate\n3 12.00\n"
    table = {"first": 4, "last": 5, "opens": "Grade", "columns": ("Grade", "Rate"), "rows": (("3", "12.00"),)}
    owner = choose(4, "Grade", owner="1")

    assert "[table 1.A.t1]" in outline(text, tables=(HandTable(**table),))
    assert "[table 1.t1]" in outline(text, tables=(HandTable(**table),), **owner)
    assert "[table 1.A.t1]" in outline(text, tables=(HandTable(**table, id="1.A.t1"),), **owner)


def test_what_is_left_out_of_a_table_is_accounted_for_once() -> None:
    account = parse_text(PAY, an_editorial(tables=(RATES,))).account

    assert (account.unaccounted, account.twice) == ((), ())
    assert account.removed == len(".....—")


def test_parts_have_the_kind_and_address_that_editors_give_them() -> None:
    text = "A COVER\nPREAMBLE\nThe parties agree.\nARTICLE 1\nWORK\nIt is done.\nSettlement\nIt is settled.\nThe end.\n"
    parts = (
        PartSettings(line=1, opens="A COVER", kind="furniture", reason="cover"),
        PartSettings(line=2, opens="PREAMBLE", kind="preamble", id="opening", title="Preamble"),
        PartSettings(line=4, opens="ARTICLE 1", kind="articles"),
        PartSettings(line=7, opens="Settlement", kind="memorandum", id="settled-work", title="Settled", form="Settlement"),
        PartSettings(line=9, opens="The end", kind="furniture", reason="web page"),
    )

    assert outline(text, part=parts) == [
        "== opening | Preamble",
        "<opening> | PREAMBLE",
        "[paragraph opening] The parties agree.",
        "<1> ARTICLE 1 | WORK",
        "[paragraph 1] It is done.",
        "== memo/settled-work | Settled | Settlement",
        "<settled-work> | Settlement",
        "[paragraph settled-work] It is settled.",
        "-- cover: A COVER",
        "-- web page: The end.",
    ]


def test_words_before_the_first_named_part_are_kept() -> None:
    parts = (PartSettings(line=2, opens="ARTICLE 1", kind="articles"),)

    assert "[paragraph front] Nobody named these words." in outline("Nobody named these words.\nARTICLE 1\nWORK\n", part=parts)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        pytest.param("Section 1. Breaks", "1.1~2", id="a section whose number was there before"),
        pytest.param("Step 3:", "1.1.step-3", id="a step whose number does not follow"),
    ],
)
def test_a_heading_that_rules_doubt_is_one_if_an_editor_says_so(heading: str, label: str) -> None:
    text = f"ARTICLE 1\nWORK\nSection 1. Hours\nThe hours are posted.\n{heading}\nThere are two.\n"
    part = (PartSettings(line=1, opens="ARTICLE 1", kind="articles"),)

    assert not any(f" {label}]" in line for line in outline(text, part=part))
    assert f"[paragraph {label}] There are two." in outline(text, part=part, **choose(5, heading, label=True))


def test_words_that_are_no_label_cannot_be_called_one() -> None:
    with pytest.raises(SettingsError, match=r"structure\.toml:1: paragraph at .*:7: label = true, but the line begins with no"):
        outline(**choose(7, "All of", label=True))


LETTERS = """ARTICLE 1
WORK
It is done.
Memorandum of Understanding
Between The
Ferry Company
And The
Union of Pilots
Re: Lamps
Lamps are lit at dusk.
Letter of Intent
Re: Ropes
Ropes are coiled by the crew.
Rules of the Jetty
No running.
Memorandum of Understanding
Re: Bells
Bells are rung twice.
"""


def parts_of(text: str, *parts: PartSettings) -> list[str]:
    return [line for line in outline_of(parse_text(text, an_editorial(part=parts))).splitlines() if line.startswith("== ")]


def test_memoranda_open_where_they_are_found_and_where_editors_name_one() -> None:
    articles = PartSettings(line=1, opens="ARTICLE 1", kind="articles")
    memoranda = PartSettings(line=4, opens="Memorandum", kind="memoranda")
    rules = PartSettings(line=14, opens="Rules", kind="memorandum", title="Jetty Rules", form="Rules")

    assert parts_of(LETTERS, articles, memoranda) == [
        "== memo/lamps | Lamps | Memorandum of Understanding",
        "== memo/ropes | Ropes | Letter of Intent",
        "== memo/bells | Bells | Memorandum of Understanding",
    ]
    assert parts_of(LETTERS, articles, memoranda, rules) == [
        "== memo/lamps | Lamps | Memorandum of Understanding",
        "== memo/ropes | Ropes | Letter of Intent",
        "== memo/jetty-rules | Jetty Rules | Rules",
        "== memo/bells | Bells | Memorandum of Understanding",
    ]


def test_memoranda_end_at_a_part_of_another_kind() -> None:
    memoranda = PartSettings(line=4, opens="Memorandum", kind="memoranda")
    notes = PartSettings(line=14, opens="Rules", kind="notes", id="jetty", title="Jetty")

    assert parts_of(LETTERS, memoranda, notes)[1:] == [
        "== memo/lamps | Lamps | Memorandum of Understanding",
        "== memo/ropes | Ropes | Letter of Intent",
        "== jetty | Jetty",
    ]


def test_what_would_be_inferred_anyway_is_a_finding() -> None:
    memorandum = {"line": 4, "opens": "Memorandum", "kind": "memorandum"}
    said = PartSettings(**memorandum, id="lamps", title="Lamps", form="Memorandum of Understanding", body=10)
    other = PartSettings(**memorandum, id="lamps", title="Lanterns", body=10)

    def idle(**tables: object) -> list[tuple[int | None, str]]:
        findings = parse_text(tables.pop("text", LETTERS), an_editorial(**tables)).findings
        return [(finding.line, finding.message.partition(" of this")[0]) for finding in findings if finding.code == "P407"]

    assert idle(part=(said,)) == [(4, "body, form, title, id")]
    assert idle(part=(other,)) == [(4, "body")]
    assert idle(part=(PartSettings(**memorandum),)) == []


def test_a_paragraph_that_rules_find_too_is_a_finding() -> None:
    def codes(**decision: object) -> list[str]:
        return [finding.code for finding in parse_text(SENTENCES, an_editorial(**choose(7, "All of", **decision))).findings]

    assert "P407" in codes()
    assert "P407" not in codes(begins=False)
    assert "P407" not in codes(owner="1.B")


def test_articles_that_an_appendix_only_names_are_text_and_those_that_it_reprints_are_provisions() -> None:
    text = (
        "APPENDIX A\nRELIEF KEEPERS\n1. They work in Summer only.\n2. These articles and portions of articles apply:\n"
        "Article 1\nArticle 2\nARTICLE 2\nHOURS\nSection 1. Week\nThe week has five days.\nSection 3. Overtime\n"
        "It is paid twice.\nArticle 5\n3. They keep their berth for the season.\n"
    )
    found = outline(text, part=(PartSettings(line=1, opens="APPENDIX A", kind="appendix", id="appendix-a", body=3),))

    assert [line.split(">")[0] for line in found if line.startswith("<")] == [
        "<appendix-a", "<1", "<2", "<2.article-2", "<2.article-2.1", "<2.article-2.3", "<3",
    ]  # fmt: skip


def test_a_row_that_editors_keep_wins_in_a_part_that_they_name() -> None:
    text = "ARTICLE 1\nWORK\n1. One.\n2. Two.\nARTICLE 2\nPAY\nIt is paid.\n"
    part = (PartSettings(line=1, opens="ARTICLE 1", kind="articles"),)
    rows = (KeptRow(line=5, kind="text", opens="ARTICLE 2", place="outline.tsv:1"),)

    assert "<2> ARTICLE 2 | PAY" in outline(text, part=part)
    assert not any(line.startswith("<2>") for line in outline(text, part=part, rows=rows))


def test_a_section_whose_number_skips_is_one_by_rule() -> None:
    text = "ARTICLE 1\nWORK\nSection 1. Hours\nThe hours are posted.\nSection 5. Breaks\nThere are two.\n"

    assert "[paragraph 1.5] There are two." in outline(text, part=(PartSettings(line=1, opens="ARTICLE 1", kind="articles"),))


def test_a_label_belongs_to_the_owner_that_an_editor_names_and_so_do_those_behind_it() -> None:
    text = "ARTICLE 1\nWORK\nA. The rules are:\n1. One.\n2. Two.\na. Of all work:\nb. Of all pay.\nB. More.\n"

    def labels(**tables: object) -> list[str]:
        return [line.split(">")[0][1:] for line in outline(text, **tables) if line.startswith("<1.")]

    assert labels() == ["1.A", "1.A.1", "1.A.2", "1.A.2.a", "1.A.2.b", "1.B"]
    assert labels(**choose(6, "a. Of all work", owner="1.A")) == ["1.A", "1.A.1", "1.A.2", "1.A.a", "1.A.b", "1.B"]
