"""The words for ranks and for documents beside the articles: the one list, for all who read, cite, list or type them.

A word is not the same everywhere. ``Title 39`` in a sentence is a statute's, and over articles it is a rank; ``раздел`` stands
over articles where it is printed, and is a section where it is cited; ``clause`` is typed for any paragraph. So each rank has
its words as they are printed before a number at the head of a line, as texts cite them, and as people type them. Languages
stand side by side, because an agreement is printed and cited in its own. What is true of one field is in its family.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from contract_site.model.citation import Form


class Kind(Enum):
    """What a word before a number opens at the head of a line."""

    GROUP = "group"
    """What stands over articles: part, chapter, title."""
    DIVISION = "division"
    """An article, by whatever name."""
    SECTION = "section"
    STEP = "step"
    BESIDE = "beside"
    """A document beside the body that has a number or letter: an appendix, a schedule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What people type for a rank, after whose name the scripts call it (``key``), and how deep it is among others."""

    key: str
    words: str = ""
    """Those besides the words that are printed and cited; the first, where one of them could be another rank's."""
    depth: int | None = None
    """From the outermost, where levels are named in another order; None: beside the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankWords:
    """A rank, or a kind of document, and all its words, in small letters where case does not tell it from another."""

    name: str
    """One name for all its words."""
    opens: Kind | None = None
    """What it opens where it is printed before a number at the head of a line."""
    printed: str = ""
    """Its words there, without stops."""
    behind: str = ""
    """Its words that are printed behind the number there: ``1 §``, ``II. fejezet``, ``FIRST SCHEDULE``."""
    cited: tuple[str, ...] = ()
    """Its words, or several words that are one, in a sentence."""
    cited_as: str = ""
    """The name of the rank that is meant in a sentence, if it is another."""
    typed: Typed | None = None


RANK_WORDS: tuple[RankWords, ...] = (
    RankWords(name="book", opens=Kind.GROUP, printed="book livre", typed=Typed(key="chapter")),
    RankWords(
        name="title",
        opens=Kind.GROUP,
        printed="title titre título titolo titulo titel tytuł",
        cited=("titre", "titres", "título", "titolo", "titel"),
        typed=Typed(key="chapter"),
    ),
    RankWords(
        name="part",
        opens=Kind.GROUP,
        printed="part parte partie teil deel część část časť часть",
        behind="teil partie deel część část",
        cited=("part", "parts"),
        cited_as="paragraph",
    ),
    RankWords(
        name="chapter",
        opens=Kind.GROUP,
        printed="chapter chapitre capítulo capitulo capitolo capo capítol capitolul kapitel kapittel kap hoofdstuk rozdział"
        " kapitola hlava bölüm poglavlje poglavje глава розділ κεφάλαιο bab chương",
        behind="luku fejezet bölüm kapitel kapittel hoofdstuk",
        cited=(
            "chapter", "chapters", "chapitre", "chapitres", "capítulo", "capitolo", "Kapitel", "hoofdstuk", "rozdział",
            "rozdziału", "rozdziale", "глава", "главы", "главе",
        ),
        cited_as="title",
        typed=Typed(key="chapter"),
    ),
    RankWords(
        name="division",
        opens=Kind.GROUP,
        printed="division subdivision abteilung dział раздел",
        cited=("division", "divisions"),
        cited_as="title",
        typed=Typed(key="chapter"),
    ),
    RankWords(name="abschnitt", opens=Kind.GROUP, printed="abschnitt", behind="abschnitt"),
    RankWords(
        name="article",
        opens=Kind.DIVISION,
        printed="article articles art artículo articulo articolo articolul artigo artikel artykuł článek článok čl članak"
        " madde статья стаття член члан чл άρθρο pasal điều",
        behind="straipsnis pants cikk",
        cited=(
            "article", "articles", "art.", "arts.", "artículo", "artículos", "articolo", "articoli", "artigo", "artigos",
            "Artikel", "Artikels", "Artikeln", "artikel", "artikelen", "artykuł", "artykułu", "článek", "článku", "článkem",
            "čl.", "madde",
            "άρθρο", "άρθρου", "άρθρα", "pasal", "điều", "член", "чл.",
            "статья", "статьи", "статье", "статьей", "статьёй", "статьями", "статьях", "ст.",
        ),
        typed=Typed(key="article", words="article articles art arts", depth=0),
    ),
    RankWords(
        name="item",
        opens=Kind.DIVISION,
        printed="item",
        # With a capital what a local memorandum consists of; in small letters an entry of a list.
        cited=("Item", "Items", "ITEM", "ITEMS"),
        typed=Typed(key="item", words="item items", depth=0),
    ),
    RankWords(
        name="section",
        opens=Kind.SECTION,
        printed="section sections sec sect sección seccion secção seção sezione §",
        behind="§",
        cited=(
            "section", "sections", "sec.", "secs.", "§", "§§", "sección", "secciones", "secc.", "secção", "Abschnitt",
            "Abschnitts",
            "раздел", "раздела", "разделе", "разделом",
        ),
        typed=Typed(key="section", words="sectionsign section sections sec secs sect", depth=1),
    ),
    RankWords(
        name="clause",
        opens=Kind.DIVISION,
        printed="clause clauses klausel cláusula clausula",
        cited=("clause", "clauses", "cl.", "cláusula", "cláusulas", "clausola"),
        typed=Typed(key="section", words="clause", depth=4),
    ),
    RankWords(
        name="rule",
        opens=Kind.DIVISION,
        printed="rule rules regel",
        cited=("rule", "rules"),
        typed=Typed(key="section", depth=4),
    ),
    RankWords(name="order", cited=("standing order", "standing orders")),
    RankWords(
        name="bylaw",
        opens=Kind.DIVISION,
        printed="bylaw by-law",
        cited=("bylaw", "bylaws", "by-law", "by-laws"),
        typed=Typed(key="section", depth=4),
    ),
    RankWords(name="regulation", opens=Kind.DIVISION, printed="regulation"),
    RankWords(
        name="step",
        opens=Kind.STEP,
        printed="step étape paso passo schritt stap",
        typed=Typed(key="step", words="step steps paso pasos", depth=2),
    ),
    RankWords(
        name="point",
        cited=(
            "point", "Punkt", "Punkte", "Pkt.", "pkt", "пункт", "пункта", "пункте", "пункты", "пунктах", "пунктом", "пунктов",
            "пунктами", "п.", "пп.",
        ),
        typed=Typed(key="section", depth=4),
    ),
    RankWords(
        name="subclause",
        cited=(
            "subsection", "subsections", "sub-section", "sub-sections", "subclause", "subclauses", "sub-clause",
            "sub-clauses", "subrule", "subrules", "sub-rule", "sub-rules", "Absatz", "Absatzes", "Absätze", "Absätzen", "Abs.",
            "comma", "lid", "leden", "mom.", "mom", "momentet", "stk.", "ust.", "odst.",
        ),
        typed=Typed(key="section", words="subsection", depth=2),
    ),
    RankWords(
        name="paragraph",
        opens=Kind.SECTION,
        printed="parágrafo mom moment stk",
        cited=(
            "paragraph", "paragraphs", "par.", "para.", "paras.", "paragraphe", "paragraphes", "párrafo", "párrafos",
            "apartado", "apartados", "Ziffer", "Ziffern", "Ziff.", "parágrafo", "parágrafos",
        ),
        typed=Typed(key="section", words="paragraph paragraphs para paras par", depth=3),
    ),
    RankWords(
        name="number",
        cited=("Nr.", "Nrn.", "Nummer", "Nummern", "numeral", "numerales", "n.º", "nº", "número"),
        typed=Typed(key="section", depth=4),
    ),
    RankWords(name="fraction", cited=("fracción", "fracciones"), typed=Typed(key="section", depth=4)),
    RankWords(
        name="subpoint",
        cited=("подпункт", "подпункта", "подпункте", "подпунктом", "подпункты", "подпунктах", "подпунктами", "подп."),
        typed=Typed(key="section", depth=5),
    ),
    RankWords(
        name="subparagraph",
        cited=(
            "subparagraph", "subparagraphs", "sub-paragraph", "sub-paragraphs", "sous-paragraphe", "sous-paragraphes",
            "sous-alinéa", "sous-alinéas", "item", "items",
        ),
        typed=Typed(key="section", words="subparagraph", depth=4),
    ),
    RankWords(
        name="littera",
        cited=(
            "inciso", "incisos", "literal", "literales", "letra", "letras", "lettera", "alínea", "alíneas", "Buchstabe",
            "Buchstaben", "Buchst.", "lit.", "litt.", "lett.", "inc.", "onder", "sub", "písm.",
        ),
        typed=Typed(key="section", depth=5),
    ),
    RankWords(
        name="alinea",
        cited=("alinéa", "alinéas", "al.", "часть", "части", "частью", "ч.", "абзац", "абзаца", "абзаце", "абзацев", "абз."),
        typed=Typed(key="section", depth=5),
    ),
    RankWords(name="sentence", cited=("Satz", "Satzes", "Sätze", "Sätzen"), typed=Typed(key="section", depth=6)),
    RankWords(
        name="appendix",
        opens=Kind.BESIDE,
        printed="appendix appendice anhang приложение bijlage bilaga bilag vedlegg liite příloha príloha załącznik ek",
        behind="melléklet liite priedas pielikums",
        cited=("appendix", "appendices"),
        typed=Typed(key="appendix", words="appendix app appx apéndice apêndice"),
    ),
    RankWords(
        name="annex",
        opens=Kind.BESIDE,
        printed="annex annexe annexure anexo anexa annexos allegato παράρτημα lampiran додаток",
        cited=(
            "annex", "annexe", "annexes", "annexure", "annexures", "anexo", "anexos", "anexa", "lampiran", "allegato",
            "allegati", "bijlage", "bilaga", "bilag", "vedlegg", "příloha", "příloze", "přílohy", "załącznik",
            "załącznika", "załączniku",
        ),
    ),
    RankWords(name="anlage", cited=("anlage", "anlagen", "anhang", "anhänge")),
    RankWords(name="schedule", opens=Kind.BESIDE, printed="schedule", behind="schedule", cited=("schedule", "schedules")),
    RankWords(name="exhibit", opens=Kind.BESIDE, printed="exhibit", cited=("exhibit", "exhibits")),
    RankWords(
        name="attachment",
        opens=Kind.BESIDE,
        printed="attachment enclosure anlage",
        cited=("attachment", "attachments"),
        typed=Typed(key="attachment", words="attachment att"),
    ),
    RankWords(name="rider", opens=Kind.BESIDE, printed="rider", cited=("rider", "riders")),
    RankWords(name="addendum", opens=Kind.BESIDE, printed="addendum avenant", cited=("addendum",)),
    RankWords(
        name="supplement",
        opens=Kind.BESIDE,
        printed="supplement",
        cited=("supplement",),
        typed=Typed(key="supplement", words="supplement supplements supp supplemental supplementary"),
    ),
    RankWords(
        name="letter",
        cited=(
            "letter of understanding", "letters of understanding", "letter of agreement", "letters of agreement",
            "letter of intent", "letters of intent", "side letter", "side letters", "letter", "loa", "lou", "lettre d'entente",
            "lettre d’entente",
        ),
    ),
    RankWords(
        name="memorandum",
        cited=(
            "memorandum of understanding", "memoranda of understanding", "memorandum of agreement", "memorandum", "mou", "moa",
        ),
        typed=Typed(
            key="memorandum",
            words="memo memos mou mous moa loi memorandum memorandums memoranda letter settlement memorando memorandos",
        ),
    ),
    RankWords(
        name="приложение",
        cited=("приложение", "приложения", "приложении", "приложению", "приложением", "приложениях"),
    ),
    RankWords(
        name="table",
        typed=Typed(key="table", words="table tables tbl tabla tablas tableau tableaux tabelle tabela tabella tabel таблица"),
    ),
    RankWords(
        name="page",
        typed=Typed(key="page", words="page pages pg pgs pp p página páginas pág págs pagina seite seiten strona страница стр"),
    ),
)  # fmt: skip
"""Each rank once; what consists of ranks first, then documents beside them, then what else has a number."""

CITED: dict[str, tuple[int, Form]] = {
    "title": (0, Form.SECTION),
    "article": (1, Form.ARTICLE),
    "order": (1, Form.ARTICLE),
    "item": (1, Form.ITEM),
    "section": (2, Form.SECTION),
    "clause": (2, Form.SECTION),
    "point": (3, Form.PARAGRAPH),
    "rule": (3, Form.PARAGRAPH),
    "bylaw": (2, Form.SECTION),
    "subclause": (4, Form.PARAGRAPH),
    "paragraph": (5, Form.PARAGRAPH),
    "number": (5, Form.PARAGRAPH),
    "fraction": (5, Form.PARAGRAPH),
    "subpoint": (5, Form.PARAGRAPH),
    "subparagraph": (6, Form.PARAGRAPH),
    "littera": (6, Form.PARAGRAPH),
    "alinea": (6, Form.PARAGRAPH),
    "sentence": (7, Form.PARAGRAPH),
}
"""The ranks that a sentence names within a text, in the order in which they are looked for, each with its level (outermost
first) and form."""


def printed_words() -> Iterator[tuple[str, RankWords]]:
    """Yield each word that is printed before a number at the head of a line, with its rank."""
    return ((word, rank) for rank in RANK_WORDS for word in rank.printed.split())


def words_behind() -> Iterator[tuple[str, RankWords]]:
    """Yield each word that is printed behind a number at the head of a line, with its rank."""
    return ((word, rank) for rank in RANK_WORDS for word in rank.behind.split())


def beside_words() -> Iterator[str]:
    """Yield the words of one word by which documents beside the articles are called."""
    for rank in RANK_WORDS:
        if rank.opens is Kind.BESIDE or rank.name in ("letter", "memorandum"):
            yield from rank.printed.split()
            yield from (word for word in rank.cited if " " not in word)


def cited_words(name: str) -> tuple[str, ...]:
    """Return the words by which sentences cite the rank of a name, those of ranks that are meant so among them."""
    return tuple(word for rank in RANK_WORDS if (rank.cited_as or rank.name) == name for word in rank.cited)
