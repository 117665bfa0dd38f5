"""The site's first page: the question that readers come with, topics, what is theirs, the agreements, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.data.mine import has_own
from contract_site.interface.formats import said_list
from contract_site.interface.say import counted, later, say
from contract_site.model.agreement import as_listed, names_apart
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.page import Listed, Page
from contract_site.model.site import NAME, SiteSettings
from contract_site.model.subject import Subject
from contract_site.pages.kin.comparisons import comparison_rows, every_listed
from contract_site.pages.site.many import grouped
from contract_site.words.escape import attribute, escape, escape_start, front_matter, in_summary
from contract_site.words.frame import NOT_WORDS, heading, status_class, status_words
from contract_site.words.goto_field import one_field
from contract_site.words.long_lists import MANY, narrowing

QUESTION = later("What does my agreement say about …")
WITHOUT_SCRIPTS = later("Search needs JavaScript. Without it, the field leads to the indexes of every agreement.")
NOTICE = later("Unofficial copies for reference. The printed agreements signed by the parties prevail.")
ABOUT = later("[About this site](about.md)")
MINE = f'<div class="mine" data-mine="" {NOT_WORDS} hidden></div>\n'
"""The place for what readers chose as theirs; nothing without a script."""
PAST = "superseded"
SEVERAL = 4
"""Concordances whose topics the first page lists; of more, each lists its own."""
OFFLINE = later("[Download to read offline]({downloads}): each agreement, or the whole site.")


Asked = tuple[Sequence[Subject], Sequence[Synonym]]
"""What members look for: subjects that have pages, and words for search, which name topics where there are no subjects."""


def render_home(editions: Sequence[Edition], crossings: Crossings, site: SiteSettings, asked: Asked) -> Page:
    """Return the first page."""
    head = front_matter({"title": site.name, "description": site.introduction, "goto": True, "hide": ["toc"]})
    notice = " ".join(filter(None, (say(NOTICE), site.advice, say(ABOUT))))
    offline = say(OFFLINE, downloads=addresses.link(addresses.HOME, addresses.DOWNLOADS))
    text = "\n".join(
        (
            head,
            f"# {NAME} {{: #top }}\n",
            one_field(addresses.HOME, say(QUESTION)),
            f"<noscript><p>{say(WITHOUT_SCRIPTS)}</p></noscript>\n",
            *_topics(crossings, asked),
            *([MINE] if has_own(editions) else []),
            heading(say("Agreements"), "agreements"),
            *_agreements(as_listed(editions, site.bare_citations)),
            *_comparisons(crossings),
            f"{escape_start(site.introduction)}\n",
            f'{offline}\n{{: .offline data-online="" }}\n',
            f'<div class="note notice" markdown>\n\n{notice}\n\n</div>\n',
        )
    )
    return Page(addresses.HOME, text)


def _topics(crossings: Crossings, asked: Asked) -> Iterator[str]:
    """What is asked for, in members' words, each a subject or a search; then the topics of every concordance, folded."""
    if links := [*_asked(*asked)]:
        label = attribute(say("What members look for"))
        yield f'<nav class="asked" aria-label="{label}" {NOT_WORDS} markdown>\n\n{" ".join(links)}\n\n</nav>\n'
    topical = [each for each in every_listed(crossings) if each.topics]
    yield from map(_topics_of, topical if len(topical) <= SEVERAL else ())


def _asked(subjects: Sequence[Subject], synonyms: Sequence[Synonym]) -> Iterator[str]:
    for each in subjects:
        if each.front:
            yield f"[{escape(each.name)}]({addresses.link(addresses.HOME, addresses.subject_file(each.id))})"
    if subjects:
        yield say("[All subjects A–Z]({subjects})", subjects=addresses.link(addresses.HOME, addresses.SUBJECTS))
    else:
        topics = [each.topic for each in synonyms if each.topic]
        yield from (f"[{escape(topic)}]({addresses.search_link(addresses.HOME, topic)})" for topic in topics)


def _topics_of(listed: Listed) -> str:
    years = said_list(listed.between)
    named = counted(
        "All {number} topic, in {editions}", "All {number} topics, in {editions}", len(listed.topics), editions=years
    )
    links = "\n".join(f"- [{escape(each.title)}]({addresses.link(addresses.HOME, each.path)})" for each in listed.topics)
    return (
        f'<details class="all-topics" {NOT_WORDS} markdown>\n<summary>{in_summary(named)}</summary>\n\n{links}\n\n</details>\n'
    )


def _agreements(editions: Sequence[Edition]) -> Iterator[str]:
    """A line for each; those that others took the place of stand folded behind the others."""
    line = partial(_agreement, names_apart(editions))
    if len(editions) > MANY:
        yield from narrowing(addresses.HOME, ".of-agreements li", len(editions))
        yield from grouped(editions, line)
        return
    present = [edition for edition in editions if edition.settings.status != PAST]
    past = [edition for edition in editions if edition.settings.status == PAST]
    yield from _lines(map(line, present or past))
    if present and past:
        summary = say("Earlier agreements ({number})", number=len(past))
        yield f'<details class="past" markdown>\n<summary>{summary}</summary>\n'
        yield from _lines(map(line, past))
        yield "</details>\n"


def _lines(lines: Iterable[str]) -> Iterator[str]:
    yield '<div class="lines" markdown>\n'
    yield from lines
    yield "\n</div>\n"


def _agreement(names: Mapping[str, str], edition: Edition) -> str:
    target = addresses.link(addresses.HOME, addresses.edition_file(edition.slug))
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"- [{escape(names[edition.slug])}]({target}) {badge}"


def _comparisons(crossings: Crossings) -> Sequence[str]:
    rows = comparison_rows(crossings, addresses.HOME)
    if not rows:
        return ()
    if len(rows) > MANY:
        told = say("All {count} comparisons", count=len(rows))
        rows = [f"- [{told}]({addresses.link(addresses.HOME, addresses.COMPARISONS)})"]
    listed = "\n".join(rows)
    return (heading(say("What changed"), "comparisons"), f'<div class="lines" markdown>\n\n{listed}\n\n</div>\n')
