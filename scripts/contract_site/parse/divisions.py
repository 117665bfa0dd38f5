"""Choose the lines at which the parts of a document begin: articles whose numbers run, groups of them, documents beside them.

For each word (article, clause, chapter …) and for bare numbers before titles the best chain of headings is found; which of them
makes the pages is told by the words and by where numbers begin again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from contract_site.apart.captions import is_capitals
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.beside import begun_again, find_beside, find_named, lettered, of_the_body, passed_over
from contract_site.parse.chains import STRONG, Chain, best_chain
from contract_site.parse.headed import chapters, over_articles
from contract_site.parse.implied import implied
from contract_site.parse.labels import PROSE, SECOND_LABEL, Proposal, is_titled
from contract_site.parse.openings import Opening, Opens
from contract_site.parse.printed_numbers import Count, Key, follows
from contract_site.parse.ranks import ORDER, RANKS
from contract_site.parse.setting import Setting
from contract_site.parse.titles import title_of_part
from contract_site.parse.twins import printed_twice

SECTION = "section"


def open_parts(lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], setting: Setting) -> tuple[Opening, ...]:
    """Return where the parts of the document begin, in printed order; the first one always begins at line 0."""
    every = [p for line in proposals for p in line]
    worded = {word: best_chain([p for p in every if p.scheme.word == word]) for word in _words(every)}
    articles, groups = _levels(worded, every, lines, setting)
    beside = find_beside(lines, proposals, articles, setting)
    others = passed_over(articles, every)
    beside = (*beside, *lettered(every, articles, lines))
    beside = (*beside, *begun_again(articles, others, beside, lines))
    articles = replace(articles, members=tuple(of_the_body(articles, others, beside, every, lines)))
    groups = tuple(_of_the_text(groups, beside, articles, every))
    untitled = {opening.index for opening in beside if opening.proposal is not None and not opening.proposal.rest}
    named = find_named(lines, articles, beside)
    found = {opening.index: opening for opening in named if opening.index - 1 not in untitled}
    headed = over_articles(lines, proposals, articles, setting) if articles.members else chapters(lines, proposals, setting)
    titles = set(_titles_of(groups, lines, setting))
    found |= {opening.index: opening for opening in headed if opening.index not in titles}
    found |= {opening.index: opening for opening in beside}
    found |= {p.index: Opening(p.index, Opens.GROUP, p, why=p.why) for p in groups}
    found |= {opening.index: opening for opening in implied(every, articles, lines)}
    found |= {p.index: Opening(p.index, Opens.ARTICLE, p, why=p.why) for p in articles.members}
    twins = printed_twice(articles, others, beside, lines, setting)
    found |= {p.index: Opening(p.index, Opens.ARTICLE, p, why=(*p.why, "a number printed twice")) for p in twins}
    found.setdefault(0, Opening(0, Opens.FRONT))
    return tuple(found[index] for index in sorted(found))


def _of_the_text(
    groups: Iterable[Proposal], beside: Sequence[Opening], articles: Chain, every: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Yield the groups without those that only divide a document beside the body: ``Part 2`` of a schedule of paragraphs."""
    documents = sorted(opening.index for opening in beside)
    divided = {p.index for p in every if p.kind is Kind.DIVISION and p.score >= STRONG}
    own = sorted(divided | {p.index for p in articles.members})
    for p in groups:
        place = bisect_left(documents, p.index)
        begin, end = documents[place - 1 : place], documents[place : place + 1]
        if not begin or bisect_left(own, begin[0]) != (bisect_left(own, end[0]) if end else len(own)):
            yield p


def _titles_of(groups: Iterable[Proposal], lines: Sequence[Line], setting: Setting) -> Iterator[int]:
    """Yield the lines that are the titles of numbered groups: they open no group of their own."""
    for p in groups:
        title = title_of_part(p, lines, frozenset(), len(lines), setting)
        yield from range(p.index + 1, p.index + 1 + title.below)


def _words(every: Iterable[Proposal]) -> list[str]:
    return list(dict.fromkeys(p.scheme.word for p in every if p.kind in (Kind.GROUP, Kind.DIVISION, Kind.SECTION)))


def _levels(
    worded: Mapping[str, Chain], every: Sequence[Proposal], lines: Sequence[Line], setting: Setting
) -> tuple[Chain, tuple[Proposal, ...]]:
    """Return the chain whose headings make the pages, and the headings of groups that stand over them."""
    chains = {word: chain for word, chain in worded.items() if _believable(chain)}
    names = [word for word in ORDER if word in chains and word != SECTION]
    divisions = [word for word in names if _kind(word) is Kind.DIVISION and not _restarts(word, chains[word], every)]
    if divisions:
        word = max(divisions, key=lambda each: (len(chains[each].members), -ORDER.index(each)))
        return chains[word], _groups(every, chains, word, chains[word])
    sections = chains.get(SECTION, Chain())
    if any(_stands_inside(word, sections, every) for word in names) or _run_through(sections, chains, names, every):
        return sections, _groups(every, chains, SECTION, sections)
    bare = _bare_chain(every, lines, setting)
    if _begin_in_each(bare, sections):
        return sections, _groups(every, chains, SECTION, sections)
    if len(bare.members) > 2 or (len(bare.members) > 1 and not chains):
        return bare, _groups(every, chains, "", bare)
    if names:
        return chains[names[0]], ()
    return (sections, ()) if sections.members else (bare, ())


def _run_through(sections: Chain, chains: Mapping[str, Chain], names: Sequence[str], every: Sequence[Proposal]) -> bool:
    """Say whether sections count on over the headings of groups, as ``§ 1`` to ``§ 40`` do over a Tarifvertrag's chapters."""
    most = max((len(chains[word].members) for word in names), default=0)
    through = len(sections.members) >= 2 * most or any(_runs_over(chains[word], sections) for word in names)
    return 0 < most < len(sections.members) and through and not _restarts(SECTION, sections, every)


def _runs_over(groups: Chain, sections: Chain) -> bool:
    """Say whether sections stand before and behind most headings of groups, and go on counting over each."""
    starts = [p.index for p in sections.members]
    places = [bisect_left(starts, p.index) for p in groups.members]
    inner = [place for place in places if 0 < place < len(starts)]
    return 2 * len(inner) >= len(places) > 1


def _begin_in_each(bare: Chain, sections: Chain) -> bool:
    """Say whether bare numbers begin again in most sections, which then are the articles: ``A.`` in ``SECTION 5 RESERVE``."""
    starts = [p.index for p in sections.members]
    first: dict[int, Proposal] = {}
    for p in bare.alike:
        first.setdefault(bisect_left(starts, p.index), p)
    begun = sum(p.number.key == (1,) for place, p in first.items() if place)
    return len(starts) > 1 and 2 * begun > len(starts)


def _stands_inside(word: str, outer: Chain, every: Sequence[Proposal]) -> bool:
    """Say whether headings of a word count inside what the outer ones open: Part A and Part B in each Section."""
    marks = [p for p in every if p.scheme.word == word and p.score >= STRONG]
    starts = [p.index for p in outer.members]
    again = {bisect_left(starts, p.index) for p in marks if p.number.key == (1,)}
    next_ones = [(a, b) for a, b in pairwise(marks) if follows(a.number.key, b.number.key) == 0]
    together = sum(bisect_left(starts, a.index) == bisect_left(starts, b.index) for a, b in next_ones)
    return len(again) > 1 and 0 not in again and 2 * together > len(next_ones)


def _kind(word: str) -> Kind:
    return next(kind for kind, name in RANKS.values() if name == word)


def _believable(chain: Chain) -> bool:
    """Two headings that follow each other, or one whose line leaves no doubt."""
    return len(chain.members) > 1 or any(p.score >= STRONG for p in chain.members)


def _restarts(word: str, chain: Chain, every: Sequence[Proposal]) -> bool:
    """Say whether the numbers of a word begin again and again below the headings of groups."""
    members = {p.index for p in chain.members}
    again = [
        p for p in every if p.scheme.word == word and p.score >= STRONG and p.index not in members and p.number.key == (1,)
    ]
    groups = {p.index for p in every if p.kind is Kind.GROUP and p.score >= STRONG}
    return bool(again) and sum(any(p.index - step in groups for step in range(1, 5)) for p in again) * 2 > len(again)


def _groups(every: Sequence[Proposal], chains: Mapping[str, Chain], word: str, articles: Chain) -> tuple[Proposal, ...]:
    """The headings of parts and chapters that stand over articles; their numbers may begin again in each other."""
    over = {name for name in chains if _kind(name) is Kind.GROUP and name != word}
    over |= {SECTION} if SECTION in chains and word != SECTION and _stands_over(chains[SECTION], articles) else set()
    over -= {name for name in over if _stands_inside(name, articles, every)}
    rules = {name for name in chains if _kind(name) is Kind.DIVISION and name != word and _stands_over(chains[name], articles)}
    once = {p.index: p for name in rules for p in chains[name].members}
    for p in every:
        if p.scheme.word in over and p.score >= STRONG:
            once.setdefault(p.index, p)
    return tuple(once.values())


def _stands_over(sections: Chain, articles: Chain) -> bool:
    """Say whether an article begins right below most headings of sections, as in a Spanish ``Capítulo``.

    Where articles come first, nothing but a title may stand between: the sections of short articles end near the next, too.
    """
    starts = [p.index for p in articles.members]
    heads = [p for p in sections.members if not p.rest or is_titled(p.rest.rstrip(".")) or is_capitals(p.rest)]
    first = bool(starts and sections.members) and sections.members[0].index < starts[0]
    near = (
        bisect_left(starts, p.index + (4 if first else 2 if p.rest else 3)) - bisect_left(starts, p.index + 1) for p in heads
    )
    return 2 * sum(count > 0 for count in near) > len(sections.members)


def _bare_chain(every: Sequence[Proposal], lines: Sequence[Line], setting: Setting) -> Chain:
    """The best chain of bare numbers before titles, each set like its siblings: ``5.00 Wages``, ``3. Leave``, ``IV. Pay``."""
    alike: dict[tuple[object, ...], list[Proposal]] = defaultdict(list)
    children = {p.number.above for p in every if p.scheme.count is Count.DECIMALS}
    for p in every:
        if p.kind is None and not p.number.above and not p.begin and _heads(p, lines, setting):
            look = lines[p.index].look
            capitals = is_capitals(p.rest)
            marks = ".0" if p.number.whole else p.scheme.marks
            alike[marks, p.scheme.count, look.heading, look.bold, capitals].append(p)
            alike[marks, p.scheme.count].append(p)
    chains = [replace(best_chain(found), alike=tuple(found)) for found in alike.values()]
    believed = [_as_listed(chain) for chain in chains if _believed(chain, children, lines, setting)]
    return max(believed, key=lambda chain: chain.score, default=Chain())


def _as_listed(chain: Chain) -> Chain:
    """The chain without headings that a list of contents leaves out, if it has most of the others."""
    listed = tuple(p for p in chain.members if p.listed)
    return replace(chain, members=listed) if 3 * len(listed) > 2 * len(chain.members) else chain


def _heads(p: Proposal, lines: Sequence[Line], setting: Setting) -> bool:
    """Say whether a bare number could head an article: a title stands behind it, or alone on the next line."""
    below = lines[p.index + 1] if p.index + 1 < len(lines) else None
    if p.listed:
        return True
    if p.rest:
        if second := SECOND_LABEL.match(p.rest):
            return is_capitals(p.rest[second.end() :])
        look = lines[p.index].look
        parted = setting.whole or (below is not None and below.look.gap > 0)
        apart = look.heading > 0 or (below is not None and parted and not PROSE.search(p.rest) and p.rest[-1] != ".")
        named = is_titled(p.rest) or ((apart or look.bold) and p.rest[0].isupper() and p.rest[-1] not in ",;")
        return len(p.rest) < 90 and named and (p.rest[-1] != ":" or look.heading > 0 or is_capitals(p.rest.rstrip(":")))
    return below is not None and is_titled(below.text) and len(below.text) < 90


def _believed(chain: Chain, children: set[Key], lines: Sequence[Line], setting: Setting) -> bool:
    """Bare numbers make pages if they are set as headings, or others are counted below them, or stand well apart."""
    members = chain.members
    if len(members) < 2:
        return False
    looks = sum(
        bool(
            p.listed
            or lines[p.index].look.heading
            or lines[p.index].look.bold
            or is_capitals(p.rest)
            or p.number.whole
            or lines[p.index].look.gap > setting.gap
        )
        for p in members
    )
    parents = sum(p.number.key in children for p in members)
    between = [after.index - before.index for before, after in pairwise(members)]
    usual = sorted(between)[len(between) // 2]
    roomy = usual > 2 or (usual == 2 and _texts_below(members, lines) and all(is_titled(p.rest) for p in members))
    return roomy and (max(looks, parents) * 2 > len(members) or (len(members) > 4 and _texts_below(members, lines)))


def _texts_below(members: Sequence[Proposal], lines: Sequence[Line]) -> bool:
    """Say whether sentences follow most of the titles."""
    below = [lines[p.index + 1].text for p in members if p.index + 1 < len(lines)]
    return 3 * sum(len(text) > 60 or text.endswith((".", ":")) for text in below) > 2 * len(members)
