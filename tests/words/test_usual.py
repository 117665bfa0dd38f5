"""What members of a field call things is said in the language of the site."""

from __future__ import annotations

from contract_site.interface.catalogue import speaking
from contract_site.model.family import Family, FamilyWords
from contract_site.words.usual import family_word


def test_words_of_a_field_are_said_in_the_language_of_the_site() -> None:
    english = Family(local="pier", said=(FamilyWords(language="es", local="muelle"),))

    assert [family_word(english, key) for key in ("local", "unit")] == ["pier", "unit"]
    with speaking("es"):
        assert [family_word(english, key) for key in ("local", "unit")] == ["muelle", "unidad"]
        assert family_word(Family(local="pier"), "local") == "convenio local"
        assert family_word(Family(local="muelle", language="es"), "local") == "muelle"
