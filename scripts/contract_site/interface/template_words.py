"""What the theme's templates say: marked in them as ``say("…")``, given to them by the configuration of the site that is built.

So it works wherever templates are filled, by MkDocs' Jinja and by Zensical's MiniJinja, which knows no functions of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from jinja2.ext import babel_extract

from contract_site.interface.say import Spoken

KEYWORD = "say"


def messages_in(template: str) -> Iterator[str]:
    """Yield the messages of a template, as it has them."""
    found = babel_extract(BytesIO(template.encode()), (KEYWORD,), (), {"encoding": "utf-8", "silent": "false"})
    yield from (str(message) for _, _, message, _ in found)


def said_templates(templates: Iterable[str]) -> dict[str, str]:
    """Return the messages of templates in the chosen language, by the message, as far as they differ."""
    every = sorted({message for template in templates for message in messages_in(template)})
    said = ((message, Spoken.catalogue.gettext(message)) for message in every)
    return {message: words for message, words in said if words != message}
