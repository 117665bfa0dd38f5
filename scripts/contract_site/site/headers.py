"""The headers that a published site asks its server to send: ``_headers``, which Netlify and Cloudflare Pages read.

- Nothing of another host, no script or style that is not the site's own: a script or style that must stand in a page (the
  choice of colors before a page is shown; all of a file to carry away) is named by its SHA-256, so ``unsafe-inline`` is not
  needed.
- One policy for all paths and no second for some, because servers add policies up and browsers then hold to all of them.
- Ten minutes for everything, as GitHub Pages has it: no file's name has its hash, because saved pages and what they load are
  told apart by their lists (``offline_lists``) and not by names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from contract_site.model.policy_hash import policy_hash

FILE = "_headers"
KINDS = ("script", "style")
LONGEST = 2000
"""Characters of a line that Cloudflare Pages reads."""
# A page of ours writes every "<" of its words as "&lt;", so what a browser takes for a script or style is what this finds.
_INLINE = re.compile(r"<(?P<kind>script|style)(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=kind)>", re.DOTALL)
_NO_CODE = re.compile(r"\bsrc=|\btype=\"?application/")
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}
"""What pages may do, by the directives of Content Security Policy 3; hashes come to scripts and styles. The words that a link
leads to are read out of a frame where no other way is (``preview.js``)."""
OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "public, max-age=600",
}


def headers_file(inline: Iterable[Sequence[str]]) -> bytes:
    """Return ``_headers`` of a site; ``inline`` are the scripts and styles in its pages, as ``inline_of`` has them."""
    headers = {"Content-Security-Policy": content_policy(inline), **OTHERS}
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())).encode()


def content_policy(inline: Iterable[Sequence[str]]) -> str:
    """Return the policy that lets pages do all that they do and no more, by the scripts and styles that stand in them."""
    found = sorted({(kind, hashed) for kind, hashed in inline})
    allowed = {f"{kind}-src": [POLICY[f"{kind}-src"], *(hashed for each, hashed in found if each == kind)] for kind in KINDS}
    return "; ".join(f"{name} {' '.join(allowed.get(name, [value]))}" for name, value in POLICY.items())


def inline_of(pages: Iterable[str]) -> list[tuple[str, str]]:
    """Return kind and hash of every script and style that stands in pages (HTML), each once, as a policy names them."""
    texts = {found for page in pages for found in _inline(page)}
    return sorted((kind, policy_hash(text)) for kind, text in texts)


def _inline(page: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of every script and style that stands in a page."""
    for found in _INLINE.finditer(page):
        if not _NO_CODE.search(found["attributes"]):
            yield found["kind"], found["text"]
