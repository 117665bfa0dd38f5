"""Editions as steps are given them: their words, and those of their layers that a step reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from contract_site.build.read_step import WORDS
from contract_site.model.document import Edition
from contract_site.shelf.box import Box
from contract_site.shelf.catalogue import LAYERS
from contract_site.shelf.making import RecordPart
from contract_site.shelf.pickles import loaded, tree_in
from contract_site.shelf.shelf import Record


def layered_parts(editions: Mapping[str, Record], slugs: Collection[str], layers: Collection[str]) -> dict[str, RecordPart]:
    """Return the parts of records that give a step the words of some editions, by slug, and some of their layers."""
    return {f"{name}/{slug}": RecordPart(editions[slug], name) for name in (WORDS, *layers) for slug in slugs}


def layered(box: Box, slug: str, layers: Collection[str]) -> Edition:
    """Return an edition of a box: its words, which who gets it may not change, with some of its layers."""
    edition: Edition = tree_in(box, f"{WORDS}/{slug}")
    return with_layers(edition, box, layers)


def with_layers(edition: Edition, box: Box, layers: Collection[str] = tuple(LAYERS)) -> Edition:
    """Return an edition with those of some layers that a box has of it; its words stay the same objects."""
    found = (f"{layer}/{edition.slug}" for layer in layers)
    for name in (each for each in found if each in box):
        edition = replace(edition, **loaded(box[name]))
    return edition
