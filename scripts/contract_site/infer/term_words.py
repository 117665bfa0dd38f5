"""The words by which agreements state their term, in the languages that are read."""

from __future__ import annotations

import re

DOCUMENTS = (
    r"agreement|contract|convention|accord|entente|memorandum|\w*tarifvertrag|\w*vereinbarung|convenio"
    r"|contrato|acuerdo|convenção"
    r"|acordo|contratto|accordo|cao|overeenkomst|договор\w*|соглашени\w+"
)
OWN = re.compile(
    r"\b(?:this|the present|the|la présente|le présent|diese[rsm]?|der|el presente|este|esta|a presente|o presente|il presente"
    rf"|deze|настоящ\w+)\s+(?:[^\W\d]+\s+){{0,2}}?(?:{DOCUMENTS})\b|\bnominal expiry date\b"
    rf"|^\W*(?:[^\W\d]+\s+)?(?:договор|соглашение)\b",
    re.IGNORECASE,
)
"""The agreement, as it speaks of itself."""
_TERM = (
    r"term|duration|effective|expir\w+|commencement|life|force|durée|vigueur|inkrafttreten|laufzeit|geltungsdauer|vigencia"
    r"|duración|vigência|decorrenza|durata|validità|looptijd|duur|срок"
)
TERM = re.compile(rf"\b(?:{_TERM})\b", re.IGNORECASE)
"""One of these words stands in a heading below which the term is stated."""
HEADED = re.compile(
    rf"\W*(?:(?:the|of|and|on|its|this|date|dates|period|entry|into|operation|renewal|renegotiation|termination"
    rf"|length|nominal|et|en"
    rf"|entrée|de|la|du|l['’]|dénonciation|renouvellement|und|kündigung|y|del|el|denuncia|e|do|da|data[- ]base"
    rf"|действия|{DOCUMENTS}"
    rf"|{_TERM})\b\W*)+",
    re.IGNORECASE,
)
"""All that such a heading says."""
BEGINS = re.compile(
    r"\b(?:effective|in effect|in (?:full )?force|into (?:force|effect|operation)|takes? effect|taking effect"
    r"|with effect|commenc\w+"
    r"|begin\w*|start\w*|operat(?:e|es|ive)|runs?|entr\w+ en vigueur|prend\w* effet|à compter du|tritt|treten|gilt|gelten"
    r"|wirkung|entr\w+ en vigor|surt\w+ efectos?|rige|vigente|vigencia|entr\w+ em vigor|vigência|a partir"
    r"|entra in vigore|decorr\w+"
    r"|treedt in werking|в силу|действует)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:expir\w+|terminat\w+|until|through|up to|ending|ends?|midnight|jusqu['’]au|prend\w* fin|läuft bis"
    r"|endet|hasta|finaliz\w+"
    r"|até|fino al|scad\w+|eindigt|tot en met|истекает)\b",
    re.IGNORECASE,
)
"""What stands before the day on which a term begins, or ends; of two the nearer counts."""
OTHER = re.compile(
    r"\b(?:sign\w+|executed|made|retrieved|arrêté|étend\w+|avenant|ratif\w+|dated|adopted|approved|notices?|notif\w+|prior to"
    r"|before|following|preceding|meet\w*|reopen\w*|printed|revised|signé\w*|unterzeichnet|firmad\w+"
    r"|assinad\w+|подписан\w*|утвержд\w+)\b",
    re.IGNORECASE,
)
"""What else happens on a day."""
_FILL = (
    r"(?:[\s,:(]+(?:and including|including|the|and|on|as of|midnight|a\.?m\.?|p\.?m\.?|noon|of|at|o['’]clock"
    r"|\d{1,2}[:.]\d\d|12|both"
    r"|le|la|el|dem|den|am|día|dia|op))*[\s,:)]*$"
)
"""What may stand between a little word and the day."""
FROM = re.compile(rf"\b(?:from|for the (?:period|term)(?: of)?|du|vom|ab|del|desde|de|dal|van|с|со){_FILL}", re.IGNORECASE)
TO = re.compile(
    rf"\b(?:to|thru|through|until|till|au|jusqu['’]au|bis(?: zum)?|zum|al|hasta|a|até|ao|fino al|tot(?: en met)?|по|до){_FILL}",
    re.IGNORECASE,
)
"""Little words before a day that begins, or ends, a term of which something else speaks."""
PAIR = re.compile(r"\s*(?:[–—-]+|/)\s*")
"""What stands between the first day of a term and the last."""
IN_A_SENTENCE = re.compile(r"[a-zà-ÿа-я]|.*\b(?:shall|will|is|are|be|agrees?|has|have)\b")
"""How a line begins, or what it has, that goes on with a sentence: what it says is not said by the cover."""
NO_TERM = re.compile(r"\b(?:amend\w*|wages?|salar\w+|rates?|increase\w*|premiums?|contributions?|bonus\w*)\b", re.IGNORECASE)
"""What else takes effect on a day."""
DOUBT = re.compile(
    r"\b(?:if|unless|except|previous|preceding|predecessor|former|prior|expired|earlier|extend\w*|superse\w+"
    r"|replac\w+|successor|which|whose|who|hired|retir\w+|lump|settlement"
    r"|trust|participation|vacations?|insurance)\b",
    re.IGNORECASE,
)
"""What a sentence says that may speak of another agreement, or of what is not sure to come."""
