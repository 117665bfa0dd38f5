"""Links of agreements read with no settings at all: files in, references out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.texts import shown, targets_of

from contract_site.build import editions, pipeline
from contract_site.model.citation import Resolved

DOTTED = """DIVISION 3 - HARBOUR BOATS
ARTICLE 3.1 SEA BOOTS
Section 1. The harbour gives each stoker one pair of boots a year.
Section 2. Boots under Section 1 are dry.
ARTICLE 3.2. OIL ALLOWANCE.
Section 1. Stokers get thirty dollars for oil, as Article 3.1, Section 1 provides, and Section 2 of Article 3.1.
ARTICLE 3.3 TAR PAY
Tar pay is three dollars an hour.
"""
NOUGHTS = """ARTICLE ONE - WEAVERS COVERED
1.01   The Shed recognizes the Weavers' Ring for all weavers.
1.02   Learners are weavers.
ARTICLE TWO - LOOMS
2.01   No weaver cleans a loom that runs.
2.02   Article 1.00 does not apply to loom fitters, but Article 2.00 and Article 1.02 do.
"""
HUNDREDS = """## ARTICLE 1.000 TAR

- 1.100 Tar is paid for under 2.101 and Section 2.200.

## ARTICLE 2.000 OIL

- 2.100 Oil is paid for weekly, as all keepers of the lamps know.
- 2.101 It is not paid for in May.
- 2.200 i) Casks are lent.

- ii) Cans are not, see Section 2.100.
"""
NAMED = """# Dues {#sec-dues}

Dues are paid as said in @sec-fines, Item 2, and in @sec-fines.

# Fines {#sec-fines}

1. A fine is small.
2. A fine is paid under Article 9 (@sec-dues).
3. See @sec-fines, Item 7, and @sec-nowhere.
"""
COUNTED = """## 1. Name

It is a ring.

## 2. Powers

1. It may act under rule 3, subrule {}.
2. It may not.

## 3. Limits

1. It is slow.
2. It is fair.
3. It is late.
"""


def links(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    edition = editions.inspect_files((path,), None)
    found = pipeline.relate_alone(edition).links[edition.slug].references
    return [f"{each.resolution.citation.text} -> {_means(each, edition.slug)}" for each in found]


def _means(reference, slug: str) -> str:  # type: ignore[no-untyped-def]
    resolution = reference.resolution
    if isinstance(resolution, Resolved):
        return ", ".join(shown(target, slug) for target in targets_of(reference))
    return type(resolution).__name__.lower()


def test_articles_with_dotted_numbers_have_sections(tmp_path: Path) -> None:
    assert links(tmp_path, "boats.txt", DOTTED) == [
        "Section 1 -> article-3.1#3.1.1",
        "Article 3.1, Section 1 -> article-3.1#3.1.1",
        "Section 2 of Article 3.1 -> article-3.1#3.1.2",
    ]


def test_noughts_behind_an_article_s_number_name_no_section(tmp_path: Path) -> None:
    assert links(tmp_path, "shed.txt", NOUGHTS) == ["Article 1.00 -> 1", "Article 2.00 -> 2", "Article 1.02 -> 1.02"]


def test_labels_behind_the_marks_of_a_converted_file_are_cited(tmp_path: Path) -> None:
    assert links(tmp_path, "tar.md", HUNDREDS) == ["2.101 -> 2.101", "Section 2.200 -> 2.200", "Section 2.100 -> 2.100"]


def test_the_file_s_own_references_are_targets_and_a_path_goes_on_from_them(tmp_path: Path) -> None:
    found = links(tmp_path, "dues.md", NAMED)

    assert [line.partition(" -> ")[0] for line in found] == [
        "@sec-fines", "Item 2", "@sec-fines", "Article 9", "@sec-dues", "@sec-fines", "Item 7",
    ]  # fmt: skip
    assert found[1].endswith((".2", "#2"))
    assert [line.rpartition(" ")[2] for line in found[3:]][::3] == ["unresolved", "unresolved"]


@pytest.mark.parametrize(("letter", "target"), [("(b)", "3.2"), ("(ii)", "3.2"), ("(d)", "unresolved"), ("2", "3.2")])
def test_letters_mean_the_entries_of_a_list_that_the_file_counts(tmp_path: Path, letter: str, target: str) -> None:
    [line] = links(tmp_path, "rules.md", COUNTED.format(letter))
    assert line.rpartition("-> ")[2].rpartition("#")[2] == target


LETTER = """Letter of Agreement regarding Tar Pay

The Harbour and the Stokers agree that a stoker is not paid for tar as outlined in Section 12.3(b) of the parties'
collective bargaining agreement, and that Section 12.4(a) of the collective bargaining agreement stands.

Agreed in March.
"""


def test_a_letter_says_which_provisions_it_cites_of_an_agreement_that_is_not_here(tmp_path: Path) -> None:
    path = tmp_path / "tar.txt"
    path.write_text(LETTER, encoding="utf-8")
    edition = editions.inspect_files((path,), None)
    [finding] = pipeline.findings_alone(edition, pipeline.relate_alone(edition))

    assert (finding.line, finding.code) == (3, "L203")
    assert finding.message.startswith("'Section 12.3(b)', 'Section 12.4(a)': of the agreement that this document belongs to")


MEMORANDUM = """MEMORANDUM OF AGREEMENT
between the Harbour and Local 7

1. Amend 12.4(a) to read: "Tar is paid monthly."
2. Article 5, Section 3(b) is deleted.
3. Paragraph 2 above takes effect on July 1, and so does Section 7.2(a).
"""


def test_articles_that_a_memorandum_alone_names_are_its_agreement_s(tmp_path: Path) -> None:
    assert links(tmp_path, "moa.txt", MEMORANDUM) == [
        "12.4(a) -> external",
        "Article 5, Section 3(b) -> external",
        "Paragraph 2 -> memo/memorandum-of-agreement#2",
        "Section 7.2(a) -> external",
    ]
