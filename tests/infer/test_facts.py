"""What a text says of itself is found with its line; what it does not say is never made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.infer.editions import ARTICLES, an_edition

from contract_site.infer.capitals import Writing
from contract_site.infer.dates import DATE, ORDINALS, day_of, days_in
from contract_site.infer.head import head_of, matter_of
from contract_site.infer.language import language_of
from contract_site.infer.numbering import numbering_of
from contract_site.infer.parties import parties_of
from contract_site.infer.party_words import WAYS
from contract_site.infer.tables import tables_of
from contract_site.infer.term import term_of
from contract_site.infer.title import title_of
from contract_site.model.document import Edition
from contract_site.model.source import Look

LARGE = Look(size=1.8)


def title(edition: Edition) -> tuple[str, int, bool] | None:
    head, writing = head_of(edition), Writing(edition)
    parties = parties_of(edition, head, writing)
    fact = title_of(head, matter_of(edition), parties.value if parties else (), writing)
    return (fact.value, fact.line, fact.sure) if fact else None


@pytest.mark.parametrize(
    ("head", "looks", "found"),
    [
        pytest.param("Harbour Pact\nCollective Agreement 2021\n", None, ("Collective Agreement 2021", 2, False), id="a line"),
        pytest.param("COLLECTIVE AGREEMENT\n", None, ("Collective Agreement", 1, True), id="capitals as a title writes them"),
        pytest.param(
            "Dock Office\nHarbour\nAgreement\n2021\n", {2: LARGE, 3: LARGE, 4: LARGE}, ("Harbour Agreement 2021", 2, True),
            id="the largest letters",
        ),
        pytest.param(
            "DOCKS\nThe Harbour\nCharter\n", {1: Look(size=3.0), 2: LARGE, 3: LARGE}, ("The Harbour Charter", 2, False),
            id="a name in larger letters above it",
        ),
        pytest.param(
            "Home Contact\nHarbour By-Laws\n", {1: Look(apart="menu"), 2: Look(heading=1)}, ("Harbour By-Laws", 2, True),
            id="a heading that the file marks",
        ),
        pytest.param(
            "title: 'Harbour Rules'\nsubtitle: Second print\n", {1: Look(apart="front matter"), 2: Look(apart="front matter")},
            ("Harbour Rules: Second print", 1, True), id="what the file says of itself",
        ),
        pytest.param(
            "A G R E E M E N T\nBETWEEN\nTHE ROPERS\nAND\nDOCKS LTD.\n", None,
            ("Agreement between The Ropers and Docks Ltd.", 1, True), id="only a kind of document, and its parties",
        ),
        pytest.param(
            "MEMORANDUM OF AGREEMENT\nBETWEEN\nTHE ROPERS\nAND\nDOCKS LTD.\n", None,
            ("Memorandum of Agreement between The Ropers and Docks Ltd.", 1, True), id="a memorandum, and its parties",
        ),
        pytest.param(
            "HAUSTARIFVERTRAG\nzwischen\nSEILER\nund\nHAFEN AG\n", None, ("Haustarifvertrag (Seiler; Hafen Ag)", 1, True),
            id="parties beside a title in another language",
        ),
        pytest.param("This agreement is made at the harbour.\n", None, None, id="a sentence is no title"),
        pytest.param("Boats and nets\n", None, None, id="nothing that names a document"),
        pytest.param("Harbour\nDocks\n", {1: Look(heading=1)}, ("Harbour", 1, False), id="one heading that the file marks"),
        pytest.param("Harbour\nDocks\n", {1: Look(heading=1), 2: Look(heading=1)}, None, id="two that name no document"),
        pytest.param("", None, None, id="no head"),
    ],
)  # fmt: skip
def test_title(head: str, looks: dict[int, Look] | None, found: tuple[str, int, bool] | None) -> None:
    assert title(an_edition(head + ARTICLES, looks)) == found


def test_words_in_capitals_are_written_as_the_text_writes_them() -> None:
    text = "AGREEMENT OF THE IWW WITH MCDOCK LTD.\nThe IWW and McDock speak: the agreement holds.\n"

    assert Writing(an_edition(text + ARTICLES)).of("AGREEMENT OF THE IWW WITH MCDOCK LTD.") == (
        "Agreement of the IWW with McDock Ltd."
    )


def test_another_language_writes_small_in_a_title_what_its_text_writes_small() -> None:
    text = "Los fareros y la empresa firman el convenio colectivo de los turnos, que las partes del Puerto de Mar fijan"
    text = "CONVENIO COLECTIVO DEL PUERTO DE MAR CON ABARLOA\n" + f"{text}, y los del norte lo cumplen con las del sur.\n" * 4

    writing = Writing(an_edition(text))

    assert (
        writing.title("CONVENIO COLECTIVO DEL PUERTO DE MAR CON ABARLOA") == "Convenio colectivo del Puerto de Mar con Abarloa"
    )
    assert writing.of("SINDICATO DE FAREROS DEL SUR") == "Sindicato de Fareros del Sur"


@pytest.mark.parametrize(
    ("line", "text", "written"),
    [
        ("ROPERS OF AFSDOCK, LOCAL 7", "The Ropers of Aber, AFSDOCK, AFL-CIO, meet.\n", "Ropers of AFSDOCK, Local 7"),
        ("AFSDOCK AND ABER", "It binds AFSDOCK for ever.\n", "AFSDOCK and Aber"),
        ("AFSDOCK AND ABER", "AFSDOCK, AFL-CIO, is afsdock to its friends, and Afsdock to others.\n", "Afsdock and Aber"),
        ("RWDSK OF DOCKS LTD.", "Nobody speaks of them.\n", "RWDSK of Docks Ltd."),
        ("ROPERS AND CARTERS", "Made by ROPERS AND CARTERS, Local 7.\n", "Ropers and Carters"),
    ],
)
def test_what_is_short_for_a_name_stays_in_capitals(line: str, text: str, written: str) -> None:
    assert Writing(an_edition(f"{line}\n{text}{ARTICLES}")).of(line) == written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("AGREEMENT\nbetween\nThe Ropers\nand\nDocks Ltd.\n2021\n", ("The Ropers", "Docks Ltd."), id="cover"),
        pytest.param(
            "AGREEMENT\nBETWEEN:\nTHE ROPERS,\nLOCAL 7\n- and -\nDOCKS LTD.\n1 May 2021\n",
            ("The Ropers, Local 7", "Docks Ltd."), id="cover of several lines",
        ),
        pytest.param("CONVENTION\nentre\nLes Cordiers\net\nDocks SA\nmai 2021\n", ("Les Cordiers", "Docks SA"), id="French"),
        pytest.param(
            "This Agreement is made by and between the Docks of Aber (hereinafter “the Docks”) and the Ropers and Carters, "
            "Local 7 (hereinafter “the Union”).\n",
            ("Docks of Aber", "Ropers and Carters, Local 7"), id="sentence with definitions",
        ),
        pytest.param(
            "LABOR AGREEMENT\n\nDOCKS LTD.\n\nAND\n\nROPERS UNION\nLOCAL 7\n\nMay 1, 2021 to April 30, 2024\n",
            ("Docks Ltd.", "Ropers Union Local 7"), id="a cover that says and alone",
        ),
        pytest.param("DOCKS LTD.\nand\nROPERS\n\n\nLABOR AGREEMENT\n2021\n", ("Docks Ltd.", "Ropers"), id="and above it"),
        pytest.param("B E T W E E N\nDOCKS LTD.\nA N D\nROPERS\n", ("Docks Ltd.", "Ropers"), id="letters set apart"),
        pytest.param("Agreement of the Dock Company and the Ropers\n2021\n", ("Dock Company", "Ropers"), id="of … and"),
        pytest.param("CONTRACT BETWEEN DOCKS LTD.\nAND THE ROPERS\n", ("Docks Ltd.", "Ropers"), id="a title of two lines"),
        pytest.param(
            "Docks Ltd., hereinafter referred to as the Docks, and Ropers, hereinafter called the Union, agree as follows:\n",
            ("Docks Ltd.", "Ropers"), id="hereinafter",
        ),
        pytest.param(
            "This Agreement is made on May 1 by Docks Ltd. (the “Docks”) and the Ropers and Carters (the “Union”).\n",
            ("Docks Ltd.", "Ropers and Carters"), id="made by",
        ),
        pytest.param(
            "La convention est faite entre la société Docks du Havre, d’une part, et le Syndicat des cordiers, d’autre part\n",
            ("société Docks du Havre", "Syndicat des cordiers"), id="a French sentence",
        ),
        pytest.param(
            "Zwischen der Hafen AG, Bremen (nachfolgend „Hafen“) und der Gewerkschaft (nachfolgend „Seiler“) gilt dies.\n",
            ("Hafen AG, Bremen", "Gewerkschaft"), id="a German sentence",
        ),
        pytest.param(
            "Celebrado entre la empresa Muelles S.A., de una parte, y el Sindicato de Cordeleros, de otra parte.\n",
            ("empresa Muelles S.A.", "Sindicato de Cordeleros"), id="a Spanish sentence",
        ),
        pytest.param(
            "AGREEMENT\nBETWEEN\nDOCKS LTD.\nAND\nPIERS LTD.\nAND\nROPERS UNION\n2021\n",
            ("Docks Ltd.", "Piers Ltd.", "Ropers Union"), id="a cover with three",
        ),
        pytest.param(
            "This Agreement is made by the City of Aber (“City”), the Harbour Board (“Board”) and Local 7 (“Union”).\n",
            ("City of Aber", "Harbour Board", "Local 7"), id="three with definitions",
        ),
        pytest.param(
            "THIS AGREEMENT, made this 1st day of July, 2021, by and between DOCKS OF ABER, its successors and assigns, "
            "hereinafter referred to as the “Employer” or “Company”, and LOCAL 7, ROPERS AND CARTERS, AFL-CIO, hereinafter "
            "referred to as the “Union”.\n",
            ("Docks of Aber", "Local 7, Ropers and Carters, AFL-CIO"), id="names in capitals in a sentence",
        ),
        pytest.param(
            "PACT\nBetween\nDOCKS COUNTY (‘County’)\nAnd\nROPERS FEDERATION (FRO)\n\nDocks County is in Aber.\n",
            ("Docks County", "Ropers Federation (FRO)"), id="a cover before text",
        ),
        pytest.param("The parties to this Agreement are Docks Ltd. and the Ropers.\n", ("Docks Ltd.", "Ropers"), id="are"),
        pytest.param(
            "TARIFVERTRAG\nzwischen\nHafen AG\n– einerseits –\nund\nSeilerbund\n– andererseits –\n1. Mai 2021\n",
            ("Hafen AG", "Seilerbund"), id="a German cover",
        ),
        pytest.param(
            "CONVENTION\nEntre les soussignés :\nDocks SA\nd’une part,\net\nLes Cordiers\nd’autre part,\n",
            ("Docks SA", "Les Cordiers"), id="a French cover with sides",
        ),
        pytest.param(
            "Contrato que celebran por una parte, la empresa Muelles S.A., representada por su director, y por la otra, el "
            "Sindicato de Cordeleros, conforme a lo siguiente.\n",
            ("empresa Muelles S.A.", "Sindicato de Cordeleros"), id="por una parte",
        ),
        pytest.param(
            "ООО «Пристань», именуемое в дальнейшем «Работодатель», с одной стороны, и Профсоюз канатчиков, именуемый в "
            "дальнейшем «Профсоюз», с другой стороны, договорились.\n",
            ("ООО «Пристань»", "Профсоюз канатчиков"), id="a Russian sentence",
        ),
        pytest.param(
            "Tussen Haven NV, enerzijds, en Touwbond, anderzijds, geldt dit.\n", ("Haven NV", "Touwbond"), id="a Dutch sentence"
        ),
        pytest.param(
            "1. Parties\n1.1 The parties to this Agreement are:\n(a) Docks of Aber;\n(b) the crew of its yard; and\n"
            "(c) The Ropers.\n2. Boats\nBoats are tied.\n3. Nets\nNets are dried.\n",
            None, id="a list in which not all are names",
        ),
        pytest.param(
            "1. Parties\n1.1 The parties to this Agreement are:\n(a) Docks of Aber Pty (“the Docks”); and\n(b) The Ropers.\n"
            "2. Boats\n2.1 Boats are tied.\n3. Nets\n3.1 Nets are dried.\n",
            ("Docks of Aber Pty", "The Ropers"), id="a list",
        ),
        pytest.param("This Agreement between the Employer and the Union is final.\n", None, id="parts of parties are no names"),
        pytest.param("Memorandum of Understanding and Agreement\n", None, id="two kinds of document"),
        pytest.param("Agreement of wages and hours\n", None, id="of what it speaks"),
        pytest.param("There is room between the boats and the nets.\n", None, id="things are no parties"),
        pytest.param("AGREEMENT\nbetween\n", None, id="half a cover"),
    ],
)  # fmt: skip
def test_parties(text: str, names: tuple[str, ...] | None) -> None:
    edition = an_edition(text + ARTICLES)
    fact = parties_of(edition, head_of(edition), Writing(edition))

    assert (fact.value if fact else None) == names


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Agreement between Docks County and Ropers Local 7\n", True),
        ("Agreement between Docks, Piers and Ropers\n", False),
        ("Agreement between Docks & Piers, Ltd. and Ropers\n", False),
        ("Agreement between the City of Docks and the Docks\nRopers and Divers Association\n\nMay 1, 2020\n", False),
        ("Agreement between the City of Docks and the Docks\nRopers Association effective May 1, 2020\n", False),
        ("Agreement between Docks County and Ropers Local 7\nMay 1, 2020\n", True),
        ("Agreement between Docks County and Ropers Local 7\nEffective May 1, 2020\n", True),
        ("Agreement between Docks and Piers and Ropers\n", False),
        ("Agreement between Brotherhood of Rope Makers and Divers\n", False),
        ("Agreement between Brotherhood of Rope Makers and Aber Docks Ltd.\n", True),
        ("Agreement between the Brotherhood of Rope Makers and the Divers\n", True),
        ("Agreement between Aber Docks and Divers\n", True),
        ("Docks County and the Ropers agree to what follows.\n", False),
        ("Made between Docks, Ltd. and Piers (together the “Employer”) and the Ropers (the “Union”).\n", False),
        ("Made between the Docks and Piers of Aber (the “Employer”) and the Ropers (the “Union”).\n", True),
        ("Made between the Docks (the “Town”), and the Ropers (the “Union”), and the Piers (the “Board”).\n", False),
    ],
)
def test_names_that_may_be_more_than_two_leave_a_doubt(text: str, *, sure: bool) -> None:
    edition = an_edition(text + ARTICLES)
    fact = parties_of(edition, head_of(edition), Writing(edition))

    assert fact is not None
    assert fact.sure is sure


@pytest.mark.parametrize(
    ("head", "article", "effective", "expires"),
    [
        pytest.param("May 1, 2018 to April 30, 2022\n", "", ["2018-05-01"], ["2022-04-30"], id="cover"),
        pytest.param("Effective: May 1, 2018\nTo\nEnd: April 30, 2022\n", "", ["2018-05-01"], ["2022-04-30"], id="lines"),
        pytest.param(
            "", "This Agreement shall be effective June 1, 2021 and shall remain in force until May 31, 2024.",
            ["2021-06-01"], ["2024-05-31"], id="sentence",
        ),
        pytest.param(
            "", "The present Agreement is effective as of its date and remains in full force and effect through June 30, 2026.",
            [], ["2026-06-30"], id="in effect through",
        ),
        pytest.param(
            "Docks Ltd. and the Ropers, who have met and spoken at the harbour on many days of the last winter, agree "
            "to what follows, effective July 1, 2024 through June 30, 2027.\n", "", ["2024-07-01"], ["2027-06-30"],
            id="a sentence before the first article",
        ),
        pytest.param("", "La présente convention prend effet le 1er octobre 1984.", ["1984-10-01"], [], id="French"),
        pytest.param("", "Wages rise effective July 1, 2022. Signed on May 2, 2021.", [], [], id="days of other things"),
        pytest.param("", "This Agreement was signed on May 2, 2021.", [], [], id="the day of signing"),
        pytest.param("From 5/1/2018 to 4/3/2022\n", "", [], [], id="figures alone are not read"),
        pytest.param("From 5/1/2018 to 4/30/2022\n", "", ["2018-05-01"], ["2022-04-30"], id="figures that show their order"),
        pytest.param("July 1, 2021–June 30, 2024\n", "", ["2021-07-01"], ["2024-06-30"], id="a dash without spaces"),
        pytest.param(
            "", "This Agreement shall remain in effect from July 1, 2021 through June 30, 2024.", ["2021-07-01"],
            ["2024-06-30"], id="from … through",
        ),
        pytest.param(
            "", "THIS AGREEMENT SHALL BE IN FULL FORCE FROM JULY 1, 2021, TO AND INCLUDING JUNE 30, 2024, AND"
            " FROM YEAR TO YEAR "
            "UNLESS NOTICE IS GIVEN BY APRIL 1, 2024.", ["2021-07-01"], ["2024-06-30"], id="a sentence in capitals",
        ),
        pytest.param(
            "", "This Agreement is effective as of the first day of July, 2021 and holds until midnight on"
            " the thirtieth (30th) "
            "day of June, 2024. Either party may reopen it before April 1, 2024.", ["2021-07-01"], ["2024-06-30"],
            id="days in words",
        ),
        pytest.param("", "The nominal expiry date of this Agreement is 30 June 2024.", [], ["2024-06-30"], id="nominal expiry"),
        pytest.param("", "This Agreement was entered into this 1st day of July, 2021.", [], [], id="the day of making"),
        pytest.param(
            "", "All of it is effective July 1, 2021. It expires June 30, 2024.", ["2021-07-01"], ["2024-06-30"],
            id="under a heading that says so",
        ),
        pytest.param(
            "", "La présente convention est conclue pour trois ans, du 1er avril 2021 au 31 mars 2024.", ["2021-04-01"],
            ["2024-03-31"], id="French from … to",
        ),
        pytest.param(
            "", "Dieser Tarifvertrag tritt am 1. Januar 2021 in Kraft und läuft bis 31.12.2023.", ["2021-01-01"],
            ["2023-12-31"], id="German",
        ),
        pytest.param(
            "", "El presente convenio entrará en vigor el 1 de enero de 2021 y regirá hasta el 31 de diciembre del 2023.",
            ["2021-01-01"], ["2023-12-31"], id="Spanish",
        ),
        pytest.param(
            "", "O presente acordo vigora no período de 01º de maio de 2021 a 30 de abril de 2022.", ["2021-05-01"],
            ["2022-04-30"], id="Portuguese",
        ),
        pytest.param(
            "", "Il presente contratto decorre dal 1° gennaio 2021 e scade il 31 dicembre 2023.", ["2021-01-01"],
            ["2023-12-31"], id="Italian",
        ),
        pytest.param(
            "", "Deze cao treedt in werking op 1 januari 2021 en eindigt op 31 december 2022.", ["2021-01-01"], ["2022-12-31"],
            id="Dutch",
        ),
        pytest.param(
            "", "Договор вступает в силу с 18 марта 2023 года и действует по 17 марта 2026 года.", ["2023-03-18"],
            ["2026-03-17"], id="Russian",
        ),
        pytest.param("", "Under this Agreement wages increase effective July 1, 2022.", [], [], id="wages take effect"),
        pytest.param("2018-2022\n", "", [], [], id="years are no days"),
        pytest.param(
            "Expires April 30, 2022\n", "This Agreement shall expire on May 1, 2022.", [], ["2022-04-30", "2022-05-01"],
            id="two that do not agree",
        ),
    ],
)  # fmt: skip
def test_term(head: str, article: str, effective: list[str], expires: list[str]) -> None:
    edition = an_edition(f"{head}{ARTICLES}{article and f'ARTICLE 4 TERM{chr(10)}{article}{chr(10)}'}")
    term = term_of(edition, head_of(edition))

    assert [str(fact.value) for fact in term.effective] == effective
    assert [str(fact.value) for fact in term.expires] == expires


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("This Agreement expires June 30, 2024.", True),
        ("If nobody signs, this Agreement expires June 30, 2024.", False),
        ("The boats, which under the agreement of the piers expired June 30, 2024, are old.", False),
        ("This Agreement expires June 30, 2024 and wages are frozen.", False),
        ("Ropers covered by this Agreement who were hired through June 30, 2024 keep their grade.", False),
        ("The Net Trust Agreement expires June 30, 2024.", False),
    ],
)
def test_a_sentence_that_may_speak_of_something_else_leaves_a_doubt(sentence: str, *, sure: bool) -> None:
    term = term_of(edition := an_edition(f"{ARTICLES}ARTICLE 4 BOATHOOKS\n{sentence}\n"), head_of(edition))

    assert [(str(fact.value), fact.sure) for fact in term.expires] == [("2024-06-30", sure)]


def test_a_term_that_ends_before_it_begins_leaves_a_doubt() -> None:
    term = term_of(edition := an_edition(f"July 1, 2024 to June 30, 2021\n{ARTICLES}"), head_of(edition))

    assert [fact.sure for fact in (*term.effective, *term.expires)] == [False, False]


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    word = next(word for word, number in ORDINALS.items() if number == day.day)
    for written in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day.day}th day of {day:%B}, {day.year}",
        f"{word} ({day.day}th) day of {day:%B} {day.year}",
        f"{day}",
    ):
        found = DATE.search(f"on {written}.")

        assert found is not None
        assert day_of(found) == day


def test_a_month_with_a_letter_of_another_alphabet_is_read() -> None:
    assert [day.value for day in days_in("APRİL 3, 2020; 4 julı 2021")] == [date(2020, 4, 3), date(2021, 7, 4)]


def test_a_list_of_numbers_behind_points_is_read_in_no_more_time_than_its_length_takes() -> None:
    locals_ = ", ".join(f"No. {number}" for number in range(1, 40))

    # Each point that could be read in two ways would double the time: 39 of them would never be done.
    assert all(pattern.search(f"Agreement of Locals {locals_} with others of the pier") is None for pattern, _, _ in WAYS)


def test_a_day_that_is_none_is_not_read() -> None:
    found = DATE.search("February 31, 2021")

    assert found is not None
    assert day_of(found) is None


def test_the_head_ends_where_contents_or_articles_begin() -> None:
    listed = an_edition("Harbour Pact\nTable of Contents\nBoats ........ 1\nNets ........ 1\n" + ARTICLES)

    assert [line.text for line in head_of(listed)] == ["Harbour Pact"]
    assert [line.text for line in head_of(an_edition("Harbour Pact\n" + ARTICLES))] == ["Harbour Pact"]


def test_how_it_is_numbered() -> None:
    assert numbering_of(an_edition(ARTICLES)) == "article N (3)"
    assert numbering_of(an_edition("Words without any number.\n")) == ""


CELLS = Look(cells=3)


@pytest.mark.parametrize(
    ("rows", "looks", "columns", "first_row"),
    [
        pytest.param(
            "Craft\tDay\tNight\nClerk\t5\t6\nCook\t7\t8\n", {5: CELLS, 6: CELLS, 7: CELLS}, ("Craft", "Day", "Night"),
            ("Clerk", "5", "6"), id="cells that the file marks",
        ),
        pytest.param(
            "Clerk     5    6\nCook     7    8\nMate     9    9\n", None, ("", "", ""), ("Clerk", "5", "6"), id="figures"
        ),
        pytest.param("Clerk     5\nCook     7    8\nMate     9\n", None, None, None, id="rows of other lengths"),
        pytest.param("Union     Docks\nA. Roper     B. Dock\nPresident     Director\n", None, None, None, id="signatures"),
    ],
)  # fmt: skip
def test_tables(
    rows: str, looks: dict[int, Look] | None, columns: tuple[str, ...] | None, first_row: tuple[str, ...] | None
) -> None:
    before = "ARTICLE 1 BOATS\nBoats are tied.\nARTICLE 2 PAY\nPay is by craft, as follows:\n"
    text = f"{before}{rows}ARTICLE 3 NETS\nNets are dried.\n"
    found = tables_of(an_edition(text, looks))

    assert [table.columns for table in found] == ([columns] if columns else [])
    assert [table.rows[0] for table in found] == ([first_row] if first_row else [])
    assert [(table.first, table.last) for table in found] == ([(5, 7)] if columns else [])


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The boats of the pact shall be tied to the pier by the crew.", "en"),
        ("Les barques sont attachées dans le port par les gens qui ne sont pas sur une autre.", "fr"),
        ("Los barcos del pacto se atan al muelle por la tripulación y con las redes, que es su tarea.", "es"),
        ("Die Boote werden von der Besatzung und bei Nacht mit dem Tau an den Pier gebunden.", "de"),
        ("Лодки привязаны на ночь и не в шторм, с согласия работника, по уставу из порта.", "ru"),
        ("Boats tied; nets dried; lamps trimmed.", None),
        ("The boats of the pact shall be tied. Les barques sont dans le port par les gens qui sur.", None),
    ],
    ids=["English", "French", "Spanish", "German", "Russian", "no small words", "two languages"],
)
def test_language(sentence: str, code: str | None) -> None:
    found = language_of(an_edition("ARTICLE 1 BOATS\n" + f"{sentence}\n" * 20))

    assert (found and found.value) == code
