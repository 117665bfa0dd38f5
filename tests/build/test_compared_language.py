"""Pages of a comparison are in the language of the texts compared, whatever else these cite."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from tests.projects import a_project, no_report

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.build.kin_pages_step import compared_language
from contract_site.model.document import Edition
from contract_site.model.relation import Relations


@pytest.fixture(scope="module")
def relations(tmp_path_factory: pytest.TempPathFactory) -> Relations:
    project = a_project(tmp_path_factory.mktemp("compared"))
    return pipeline.load_relations(project, pipeline.load_editions(project, no_report))


def in_spanish(relations: Relations, slugs: Collection[str]) -> Crossings:
    def spoken(edition: Edition) -> Edition:
        return replace(edition, settings=replace(edition.settings, language="es")) if edition.slug in slugs else edition

    return Crossings(replace(relations, editions={slug: spoken(each) for slug, each in relations.editions.items()}))


def test_pages_of_a_comparison_are_in_the_language_of_its_texts(relations: Relations) -> None:
    settings = relations.comparisons[0].settings
    pair = {settings.before, settings.after}
    assert pair < relations.editions.keys()

    assert compared_language(in_spanish(relations, pair).only([settings.folder])) == "es"
    assert compared_language(in_spanish(relations, {settings.after}).only([settings.folder])) == "en"
