"""Account for every character of a source that is not white space: kept for readers, removed with a reason, or lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_site.model.document import Account, Block, Furniture, Part
from contract_site.model.source import SourceSpan, SourceText, Words, merge_spans


def kept_spans(parts: Iterable[Part]) -> Iterator[SourceSpan]:
    """Yield the source span of every label, heading and block of the parts."""
    for words in _all_words(parts):
        yield from words.spans


def page_numbers(parts: Iterable[Part]) -> Iterator[Furniture]:
    """Yield the printed page numbers that stand among the parts' words as furniture."""
    for words in _all_words(parts):
        for span, _ in words.mark_spans:
            yield Furniture(span, "printed page number")


def take_account(source: SourceText, kept: Iterable[SourceSpan], furniture: Iterable[Furniture]) -> Account:
    """Count the source's characters by what became of them."""
    kept_once, kept_twice = _once(sorted(kept))
    removed_once, removed_twice = _once(sorted(item.span for item in furniture))
    everything = sorted([*kept_once, *removed_once])
    _, both = _once(everything)
    text = source.text
    covered = merge_spans(everything)
    return Account(
        characters=_count(text, [SourceSpan(0, len(text))]),
        kept=_count(text, kept_once),
        removed=_count(text, removed_once),
        unaccounted=tuple(span for span in _gaps(covered, len(text)) if _has_words(text, span)),
        twice=tuple(span for span in merge_spans([*kept_twice, *removed_twice, *both]) if _has_words(text, span)),
    )


def _all_words(parts: Iterable[Part]) -> Iterator[Words]:
    for part in parts:
        for provision in part.root.walk():
            yield provision.label
            yield provision.heading
            for piece in provision.body:
                if isinstance(piece, Block):
                    yield piece.words


def _once(spans: list[SourceSpan]) -> tuple[list[SourceSpan], list[SourceSpan]]:
    """Divide sorted spans into what is covered at least once, in order, and what is covered again."""
    once: list[SourceSpan] = []
    again: list[SourceSpan] = []
    end = 0
    for span in spans:
        if span.start < end:
            again.append(SourceSpan(span.start, min(end, span.end)))
        if span.end > end:
            once.append(span if span.start >= end else SourceSpan(end, span.end))
            end = span.end
    return once, again


def _gaps(covered: tuple[SourceSpan, ...], length: int) -> Iterator[SourceSpan]:
    position = 0
    for span in covered:
        if span.start > position:
            yield SourceSpan(position, span.start)
        position = span.end
    if position < length:
        yield SourceSpan(position, length)


def _count(text: str, spans: Iterable[SourceSpan]) -> int:
    """How many characters of the spans are not white space."""
    return len("".join("".join([text[start:end] for start, end in spans]).split()))


def _has_words(text: str, span: SourceSpan) -> bool:
    """Say whether a character of the span is not white space."""
    return bool(text[span.start : span.end].strip())
