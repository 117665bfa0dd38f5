"""What the commands say of a source: the account of its characters, its provisions, its references, each in a line."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from contract_site.beside.crossings import Crossings
from contract_site.model.citation import Links
from contract_site.model.document import Edition, Rank
from contract_site.model.finding import Finding
from contract_site.model.outline import ChosenRow
from contract_site.model.place import Container
from contract_site.model.relation import Relations
from contract_site.published.ledger import addresses_line, recorded

BESIDE = frozenset((Rank.APPENDIX, Rank.MEMORANDUM, Rank.SUPPLEMENT, Rank.ATTACHMENT))
MOST_REASONS = 20
"""How many reasons for removing words the account names; a source in columns has as many as it has stray marks."""


def account_line(edition: Edition) -> str:
    """Return what became of the characters of an edition's source, and how many provisions they make."""
    account = edition.account
    shared = edition.folder and not edition.source.name.startswith(f"{edition.folder}/")
    name = f"{edition.folder} ({edition.source.name})" if shared else edition.source.name
    return (
        f"{name}: {account.characters} characters: {account.kept} kept, {account.removed} removed, "
        f"{len(account.unaccounted)} unaccounted, {len(account.twice)} counted twice; "
        f"{sum(1 for _ in edition.provisions())} provisions"
    )


def account_details(edition: Edition) -> Iterator[str]:
    """Yield why words were removed, the provisions by container and rank, and what stands beside them."""
    removed = Counter(_brief(furniture.reason) for furniture in edition.furniture)
    listed = sorted(sorted(removed, key=lambda reason: -removed[reason])[:MOST_REASONS])
    others = sum(removed.values()) - sum(removed[reason] for reason in listed)
    shown = [*(f"{reason} ({removed[reason]})" for reason in listed), *([f"for other reasons ({others})"] if others else [])]
    yield "  removed: " + (", ".join(shown) or "nothing")
    ranks: dict[str, Counter[str]] = {}
    for part, provision in edition.provisions():
        ranks.setdefault(Container(part.container).kind, Counter())[provision.rank.value] += 1
    for container, counts in ranks.items():
        kinds = ", ".join(f"{count} {rank}" for rank, count in counts.most_common())
        yield f"  {container}: {counts.total()} provisions: {kinds}"
    yield f"  {_under_articles(edition)}"
    beside = (
        ("memoranda", edition.memoranda),
        ("corrections", edition.corrections),
        ("editors’ notes", edition.notes),
    )
    if some := ", ".join(f"{len(items)} {name}" for name, items in beside if items):
        yield f"  {some}"


def reference_counts(links: Links) -> Iterator[str]:
    """Yield the counts of references by status and form."""
    counts: dict[str, Counter[str]] = {}
    for reference in links.references:
        status = type(reference.resolution).__name__.lower()
        counts.setdefault(status, Counter())[reference.resolution.citation.form.value] += 1
    for status, forms in sorted(counts.items()):
        listed = ", ".join(f"{count} {form}" for form, count in forms.most_common())
        yield f"  references {status}: {forms.total()}: {listed}"


def _brief(reason: str) -> str:
    """A reason without what only one place says: each correction that removes words has its own."""
    return "by a correction" if reason.startswith("removed by a correction") else reason


def outline_lines(edition: Edition, findings: Sequence[Finding] = ()) -> Iterator[str]:
    """Yield the rows of the outline as lines of ``outline.tsv``, and findings as remarks, each before the row it is about."""
    yield f"# What was found, in reading order. Kept as outline.tsv beside {edition.said_in}, a row decides about its line."
    yield "# A row of kind text says that nothing begins there."
    yield "# line\tdepth\tkind\tscheme\tlabel\theading\tsure\twhy\twords"
    left = deque(sorted(findings))
    for row in edition.outline:
        while left and left[0].line <= row.line:
            yield _remark(left.popleft())
        yield outline_row(row)
    yield from map(_remark, left)


def outline_row(row: ChosenRow) -> str:
    """Return a row of the outline as a line of ``outline.tsv``."""
    fields = (row.line, row.depth, row.kind, row.scheme, row.label, row.heading, f"{row.sure:.2f}", row.why, row.opens)
    return "\t".join(" ".join(str(each).split()) for each in fields)


def _remark(finding: Finding) -> str:
    return f"# {finding.line}: {finding.code} {' '.join(finding.message.split())}"


def _under_articles(edition: Edition) -> str:
    """How much of the words kept stands in articles and documents beside them."""
    sizes = Counter[bool]()
    for part, provision in edition.provisions():
        sizes[part.in_body or part.root.rank in BESIDE] += sum(len(block.text) for block in provision.blocks)
    whole = sizes.total()
    return f"{100 * sizes[True] // whole} % of the text stands in articles, appendices and letters" if whole else "no text"


def account_lines(editions: Sequence[Edition], relations: Relations, *, account: bool) -> Iterator[str]:
    """Yield a line for each edition, and if the account is asked for what it is made of."""
    ledgers = {each.name: addresses_line(each) for each in recorded(Crossings(relations))} if account else {}
    for edition in editions:
        yield account_line(edition)
        if account:
            yield from (*account_details(edition), *reference_counts(relations.links[edition.slug]))
            yield f"  {ledgers.pop(edition.slug)}"
    if len(editions) == len(relations.editions):
        yield from ledgers.values()
