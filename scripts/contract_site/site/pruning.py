"""The rules of a style sheet that can match nothing, taken out.

- The theme's sheets are 150 kB, of which these pages use a seventh; of ours each kind of page uses most. A rule goes if it asks
  for a class, an id, an element or an attribute that no page of the kind has and no script names; a variable goes if nothing
  reads it. A parser of CSS tells what a rule asks for.
- What our sheets style whole, folds, needs none of the theme's rules: they would only be undone.
- Every word of a script counts as a name that it may set, so that too much stays rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import tinycss2
from tinycss2.ast import Node

TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r'([a-z][\w:-]*)(?:="([^"]*)")?')
WORD = re.compile(r"[A-Za-z_][\w-]*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATIONS = re.compile(r"\{[^{}]*\}")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
GROUPS = frozenset(("media", "supports", "layer", "container"))
"""Rules that hold rules."""
STYLED_BY_US = frozenset(("details", "summary"))
"""Elements of which the theme's rules are left out."""
KINDS = ("elements", "classes", "ids", "attributes")
ANY_OF = frozenset(("is", "where", "has", "-webkit-any", "-moz-any"))
"""Pseudo-classes one of whose selectors has to match."""


@dataclass(slots=True)
class Names:
    """What style sheets can match: elements, classes, ids, attributes, and attributes with a value, of pages and scripts."""

    elements: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    left_out: frozenset[str] = frozenset()
    """Elements that count as being nowhere."""

    def add_page(self, text: str) -> None:
        """Add what a page of the site has, as MkDocs writes it."""
        for element, rest in TAG.findall(text):
            self.elements.add(element)
            for name, value in ATTRIBUTE.findall(rest):
                self._add_attribute(name, value)

    def _add_attribute(self, name: str, value: str) -> None:
        self.attributes.add(name)
        if name == "class":
            self.classes.update(value.split())
        elif name == "id":
            self.ids.add(value)
        elif name not in ("href", "title", "content"):
            self.values.add((name, value))

    def add_script(self, text: str) -> None:
        """Add every word of a script, and the attribute that it means as a name of ``dataset``."""
        for word in {*WORD.findall(text)}:
            self.words.add(word)
            self.words.add("data-" + re.sub(r"[A-Z]", lambda capital: "-" + capital[0].lower(), word))

    def of_pages(self, asked: frozenset[str]) -> dict[str, list[Any]]:
        """Return what pages have of the names that some sheets ask for, as JSON has it."""
        kinds = {kind: sorted(name for name in getattr(self, kind) if name in asked) for kind in KINDS}
        return kinds | {"values": sorted(map(list, self._asked(asked)))}

    def _asked(self, asked: frozenset[str]) -> Iterator[tuple[str, str]]:
        return ((name, value) for name, value in self.values if name in asked and asked.issuperset(WORD.findall(value)))

    @property
    def listed(self) -> dict[str, list[Any]]:
        """What pages have, sorted, as JSON has it."""
        return {kind: sorted(getattr(self, kind)) for kind in KINDS} | {"values": sorted(map(list, self.values))}

    def add_pages(self, found: Mapping[str, Sequence[Any]]) -> None:
        """Add what ``of_pages`` returned of other pages."""
        for kind in KINDS:
            getattr(self, kind).update(found[kind])
        self.values.update((name, value) for name, value in found["values"])

    def has(self, kind: str, name: str) -> bool:
        """Whether there may be an element, a class, an id or an attribute (``kind``) of that name to style."""
        known: set[str] = getattr(self, kind)
        return (name in known or name in self.words) and not (kind == "elements" and name in self.left_out)

    def has_value(self, name: str, value: str) -> bool:
        """Whether an attribute may have exactly that value."""
        return (name, value) in self.values or value in self.words


@dataclass(frozen=True, slots=True)
class _Selector:
    text: str
    tokens: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Selectors, and declarations as name and whole text."""

    selectors: tuple[_Selector, ...]
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{','.join(each.text for each in self.selectors)}{{{';'.join(text for _, text in self.declarations)}}}"


@dataclass(frozen=True, slots=True)
class _Group:
    """``@media …`` and the like, and the rules in it."""

    head: str
    rules: tuple[_Kept, ...]

    def __str__(self) -> str:
        return f"{self.head}{{{''.join(map(str, self.rules))}}}"


_Kept = _Rule | _Group | str
"""What a sheet holds; a string is kept as it is written: keyframes, ``@page``."""


@cache
def squeezed(text: str) -> str:
    """Return a style sheet without its comments, and without white space that says nothing."""
    return "".join(map(str, _read(text)))


def pruned(theme: Sequence[str], ours: Sequence[str], names: Names) -> str:
    """Return the theme's sheets as one and then ours, without rules that match nothing and variables that nothing reads."""
    own = "\n".join(filter(None, ("".join(map(str, _matching(_read(text), names))) for text in ours)))
    rules = list(_matching((rule for text in theme for rule in _read(text)), _for_the_theme(names)))
    before = ""
    while (text := "".join(map(str, rules))) != before:
        before = text
        rules = list(_being_read(rules, {*VARIABLE.findall(text), *VARIABLE.findall(own), *names.words}))
    return "\n".join(filter(None, (text, own)))


def asked_for(theme: Sequence[str], ours: Iterable[str] = ()) -> frozenset[str]:
    """Return every word that the selectors of sheets are made of: whatever they ask for is among them."""
    return frozenset().union(*(_words(text) for text in (*theme, *ours)))


@cache
def _words(text: str) -> frozenset[str]:
    """The words of a sheet that stand outside of its declarations."""
    return frozenset(WORD.findall(DECLARATIONS.sub("{}", COMMENT.sub("", text))))


def dropped(theme: Sequence[str], ours: Sequence[str], names: Names) -> list[str]:
    """Return the selectors of the theme's sheets and of ours for which there is no name, as written."""
    read = [(text, _for_the_theme(names)) for text in theme] + [(text, names) for text in ours]
    rules = [(rule, known) for text, known in read for rule in _flat(_read(text))]
    return [each.text for rule, known in rules for each in rule.selectors if not _possible(each.tokens, known)]


def _for_the_theme(names: Names) -> Names:
    """The names, without the elements that our sheets style whole."""
    return replace(names, left_out=STYLED_BY_US)


@cache
def _read(text: str) -> tuple[_Kept, ...]:
    """The rules of a sheet; each is asked for once a kind of page."""
    return tuple(_node(node) for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _node(node: Node) -> _Kept:
    if node.type == "qualified-rule":
        return _rule(node)
    if node.type == "at-rule" and node.lower_at_keyword in GROUPS and node.content is not None:
        below = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        return _Group(f"@{node.at_keyword} {_text(node.prelude)}", tuple(map(_node, below)))
    return "" if node.type == "at-rule" and node.lower_at_keyword == "charset" else str(node.serialize())


def _rule(node: Node) -> _Rule | str:
    inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    if any(each.type != "declaration" for each in inside):
        return str(node.serialize())  # a rule in a rule, or what browsers skip
    declarations = tuple((each.name, f"{each.name}:{_text(each.value)}{'!important' * each.important}") for each in inside)
    return _Rule(tuple(_Selector(_text(tokens), tuple(tokens)) for tokens in _split(node.prelude)), declarations)


def _text(tokens: Iterable[Node]) -> str:
    shown = (" " if each.type == "whitespace" else each.serialize() for each in tokens if each.type != "comment")
    return "".join(shown).strip()


def _split(tokens: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the selectors of a list of them."""
    current: list[Node] = []
    for token in tokens:
        if token == ",":
            yield current
            current = []
        else:
            current.append(token)
    yield current


def _flat(rules: Iterable[_Kept]) -> Iterator[_Rule]:
    for rule in rules:
        if isinstance(rule, _Rule):
            yield rule
        elif isinstance(rule, _Group):
            yield from _flat(rule.rules)


def _matching(rules: Iterable[_Kept], names: Names) -> Iterator[_Kept]:
    """Yield what may match something, of each rule the selectors that may."""
    for rule in rules:
        if isinstance(rule, _Group):
            rule = _Group(rule.head, tuple(_matching(rule.rules, names)))
        elif isinstance(rule, _Rule):
            rule = _Rule(tuple(each for each in rule.selectors if _possible(each.tokens, names)), rule.declarations)
        if not _is_empty(rule):
            yield rule


def _being_read(rules: Iterable[_Kept], used: set[str]) -> Iterator[_Kept]:
    """Yield the rules without variables that are not used."""
    for rule in rules:
        if isinstance(rule, _Group):
            rule = _Group(rule.head, tuple(_being_read(rule.rules, used)))
        elif isinstance(rule, _Rule):
            kept = tuple(each for each in rule.declarations if not each[0].startswith("--") or each[0] in used)
            rule = _Rule(rule.selectors, kept)
        if not _is_empty(rule):
            yield rule


def _is_empty(rule: _Kept) -> bool:
    if isinstance(rule, _Rule):
        return not rule.selectors or not rule.declarations
    return not (rule.rules if isinstance(rule, _Group) else rule)


def _possible(tokens: Sequence[Node], names: Names) -> bool:
    """Whether there is a name for everything that a selector asks for; what it says of states and order is left aside."""
    return all(_has(before, token, names) for before, token in zip((None, *tokens), tokens, strict=False))


def _has(before: Node | None, token: Node, names: Names) -> bool:
    if token.type == "ident":
        return before == ":" or names.has("classes" if before == "." else "elements", token.value)
    if token.type == "hash":
        return names.has("ids", token.value)
    if token.type == "function" and token.lower_name in ANY_OF:
        return any(_possible(each, names) for each in _split(token.arguments))
    if token.type == "[] block":
        return _has_attribute(token.content, names)
    return True


def _has_attribute(tokens: Sequence[Node], names: Names) -> bool:
    """Whether an attribute as in ``[dir=rtl]`` may be: with that value where it has to be just that, else at all."""
    said = [token for token in tokens if token.type != "whitespace"]
    name = said[0].value
    if len(said) == 3 and said[1] == "=":
        return names.has_value(name, said[2].value)
    return names.has("attributes", name)
