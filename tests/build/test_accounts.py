"""What the commands print of an outline: rows that an editor may keep, and before each what is doubtful about it."""

from tests.parse.texts import parse_text

from contract_site.build.accounts import outline_lines

LISTED = "ARTICLE 1 BOATS .... 1\nARTICLE 2 OARS .... 1\nARTICLE 3 NETS .... 2\n"
BODY = "ARTICLE 1\nBOATS\nBoats are tied at dusk.\nARTICLE 2\nOARS\nARTICLE 4\nPAY\nPay is fair.\n"


def test_each_doubt_stands_as_a_remark_before_the_row_it_is_about() -> None:
    edition = parse_text(LISTED + BODY)
    lines = list(outline_lines(edition, edition.findings))[3:]

    assert [line.split("\t")[0].partition(" the ")[0][:9] for line in lines] == [
        "# 3: P301", "4", "# 7: P409", "7", "# 9: P403", "9",
    ]  # fmt: skip
    assert [line for line in lines if not line.startswith("#")] == list(outline_lines(edition))[3:]
