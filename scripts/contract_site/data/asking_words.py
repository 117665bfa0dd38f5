"""The words that make a question of what is looked for, in the languages in which readers ask, as ``searched_words`` has them.

English has its own in ``search/words.js``, ``search/changes.js`` and ``search_words.py``, which leaves its small words out of
the index too. Those of other languages stay in the index, because a word that is small in one language is a word in another
(``no``, ``son``), and are only passed over in what is typed, where a site or an agreement of its is in their language and
other words are left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions of a language are made of; all but ``small`` are patterns of whole words, in small letters."""

    small: str
    """Words that tell no place from another."""
    frame: str
    """What stands around what is asked: "what does my contract say about"."""
    changed: str
    """What asks what changed."""
    around: str
    """What is no part of what a question about changes is asked of."""
    amount: str
    """What asks for a number."""


ASKING = {
    "es": Asking(
        small="a al algo alguien algun alguna algunas algunos aqui asi aun cada como con cual cuales cuando de"
        " debe deben debo del desde dice dicen donde el ella ellas ellos en entonces era es esa ese eso esta"
        " estan estas este esto estos fue ha hace hacer han hasta hay la las le les lo los mas me mi mis"
        " mucho muy ni nos nuestra nuestro nuestros o para pero por porque puede pueden puedo que quien"
        " quienes se segun ser si sin sobre soy su sus tambien tener tengo tiene tienen toca tu tus u un una"
        " unas uno unos usted ustedes va voy y ya yo",
        frame=r"(?:(?:que|donde|como) (?:dice|dicen|establece) |segun )?(?:el|mi|nuestro|este) (?:convenio"
        r"|contrato)(?: colectivo)?(?: (?:dice|establece|sobre|acerca de))*",
        changed=r"que (?:(?:se )?(?:ha|han) )?(?:cambi(?:o|a|ado|aron)|modific(?:o|ado|aron))|que (?:hay|es"
        r"|trae) (?:de |lo )?nuevo|cambios? (?:en|entre|desde|al|a la)|como (?:ha|han|se) .*(?:cambi"
        r"|modific)\w+|(?:ha|han) cambiado|diferencias? (?:en|entre|con)|historial? (?:de|del)"
        r"|comparad[oa]s? (?:con|a)|decia antes|antes decia",
        around=r"que|como|cuales|son|fue|fueron|hay|ha|han|se|los|las|el|la|lo|un|una|de|del|en|al?|entre|y|desde"
        r"|con|sobre|antes|despues|ultim[oa]|anterior|nuev[oa]|trae|viej[oa]|convenios?|contratos?|ediciones"
        r"|edicion|dice|decia|cambi\w*|modific\w+|diferencias?|historial?|comparad[oa]s?",
        amount=r"cuant[oa]s?|plazo|maximo|minimo|limite|cada cuanto|que tan",
    ),
    "fr": Asking(
        small="a ai au aux avec avoir ca ce ces cette combien comme comment dans de des dit dois doit donc du elle"
        " elles en est et etre eu il ils j je l la le les leur leurs lorsque ma mais me mes mon n ne nos"
        " notre nous on ou par pas peut peux plus pour pourquoi qu quand que quel quelle quelles quels qui s"
        " sa sans se selon ses si sont sur ta te tes ton tu un une vos votre vous y",
        frame=r"(?:(?:que|ou) dit |selon )?(?:la|le|ma|mon|notre|cette) (?:convention|contrat)(?: collecti(?:ve"
        r"|f))?(?: (?:dit|sur))*",
        changed=r"(?:qu'?est-ce|ce) qui (?:a |est )?(?:chang|modifi|nouve)\w+|changements? (?:a|au|aux|dans|de|depuis"
        r"|entre)|differences? (?:dans|entre|avec)|historique (?:de|du)|comment (?:a|ont) .*chang\w+"
        r"|compare (?:a|avec)",
        around=r"qu'?|est-ce|est|ce|qui|que|quoi|comment|ont|a|au|aux|dans|de|des|du|la|le|les|l|et|entre|depuis"
        r"|avec|avant|apres|ancien\w*|nouve\w+|conventions?|contrats?|editions?|chang\w+|modifi\w+"
        r"|differences?|historique|compare",
        amount=r"combien|delai|maximum|minimum|limite",
    ),
    "pt": Asking(
        small="a ao aos as como com da das de deve devem do dos e ela elas ele eles em entre era essa esse esta"
        " este eu foi ha isso isto ja lhe mais mas me meu meus minha minhas muito na nas nem no nos nossa"
        " nosso o os ou para pela pelo pode podem por porque posso qual quais quando que quem se sem ser seu"
        " seus sobre sua suas tambem tem tenho ter um uma umas uns voce",
        frame=r"(?:o que diz |segundo )?(?:o|a|meu|nosso|este) (?:acordo|convencao"
        r"|contrato)(?: coletiv[oa])?(?: (?:diz|sobre))*",
        changed=r"o que (?:mudou|mudaram|ha de novo|foi (?:mudado|alterado))|mudancas? (?:em|no|na|nos|nas|entre"
        r"|desde)|alteracoes (?:a|ao|em|no|na|entre|desde)|diferencas? (?:em|entre|no|na)|historico (?:de|do"
        r"|da)|como mudou",
        around=r"o|a|os|as|que|como|foi|ha|de|do|da|dos|das|em|no|na|nos|nas|ao|e|entre|desde|com|antes|depois"
        r"|nov[oa]|velh[oa]|acordos?|convencao|contratos?|edicao|edicoes|mud\w+|alter\w+|diferencas?|historico",
        amount=r"quant[oa]s?|prazo|maximo|minimo|limite",
    ),
    "it": Asking(
        small="a ad ai al alla alle anche che chi ci come con cosa da dal dalla dei del della delle di dove e ed"
        " era essere gli ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mie mio nei nel"
        " nella noi non nostra nostro o per perche piu posso puo quale quali quando se secondo sei si sono"
        " sua sue sul sulla suo tra tu un una uno voi",
        frame=r"(?:cosa dice |secondo )?(?:il|mio|nostro|questo) (?:contratto)(?: collettivo)?(?: (?:dice|su))*",
        changed=r"(?:che )?cosa (?:e |ha )?cambi\w+|cosa c'?e di nuovo|modifiche (?:a|al|alla|nel|tra|fra|dal)"
        r"|differenze (?:tra|fra|nel)|storia (?:di|del|della)|com'?e cambiat\w",
        around=r"che|cosa|come|e|ha|di|del|della|nel|nella|il|la|lo|i|le|gli|a|al|alla|tra|fra|dal|con|prima|dopo"
        r"|nuov\w+|vecchi\w+|contratt[oi]|edizion[ei]|cambi\w+|modific\w+|differenze|storia|articolo(?=\s*$)",
        amount=r"quant[oaie]|termine|massimo|minimo|limite",
    ),
    "de": Asking(
        small="aber als am an auch auf aus bei bin bis da darf das dass dem den der des die dies diese dieser du"
        " durch ein eine einem einen einer er es fur habe haben hat ich ihr im in ist ja kann kein keine man"
        " mein meine mich mir mit muss nach nicht noch nur ob oder sagt sein sich sie sind so soll uber um"
        " und uns unser unsere vom von vor wann warum was wenn wer werden wie wieviel wir wird wo zu zum zur",
        frame=r"(?:was sagt |nach )?(?:der|mein|unser|dieser) (?:tarif)?vertrag(?: (?:sagt|uber))*",
        changed=r"was (?:hat|haben) sich .*gean\w+|was ist (?:neu|anders|gean\w+)|anderungen? (?:in|im|an|am|von|seit"
        r"|zwischen)|unterschiede? (?:zwischen|in|im|zu)",
        around=r"was|wie|hat|haben|sich|ist|in|im|an|am|von|vom|seit|zwischen|und|zu|zum|der|die|das|dem|den|des"
        r"|vorher|nachher|neu\w*|alt\w*|anders|(?:tarif)?vertrag\w*|fassung\w*|gean\w+|anderung\w*"
        r"|unterschied\w*",
        amount=r"wie ?viele?|wie (?:lange|oft|hoch)|frist|hochstens|mindestens|grenze",
    ),
}
"""The languages in which more is known than English."""


def asking(languages: Iterable[str]) -> list[dict[str, str]]:
    """Return what questions of these languages are made of, of those that are known; English is not among them."""
    return [asdict(ASKING[language]) for language in languages if language in ASKING]
