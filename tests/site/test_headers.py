"""What a server is asked to send: no script or style that does not stand in the site's own pages."""

from __future__ import annotations

import base64
import hashlib

import pytest

from contract_site.site.headers import FILE, LONGEST, content_policy, headers_file, inline_of
from contract_site.site.offline_lists import LEFT_OUT


def named(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        ("<script>let a = 1 < 2;</script>", [named("let a = 1 < 2;")]),
        ('<script src="a.js" defer></script>', []),
        ('<script id="x" type="application/json">{"a": "é"}</script>', []),
        ("<script>\nb</script><script>\nb</script><p>&lt;script>c&lt;/script></p>", [named("\nb")]),
        ("<script>a</script><script>b</script>", sorted([named("a"), named("b")])),
    ],
)
def test_a_script_that_stands_in_a_page_is_named_by_its_hash(page: str, scripts: list[str]) -> None:
    policy = dict(directive.split(" ", 1) for directive in content_policy(inline_of([page])).split("; "))

    assert policy["script-src"].split()[1:] == scripts
    assert policy["style-src"] == "'self'"


def test_nothing_is_allowed_unseen() -> None:
    inline = [inline_of(["<style>p { color: red }</style>"]), inline_of(["<p>none</p>"])]
    first, *lines = headers_file(each for found in inline for each in found).decode().splitlines()
    headers = dict(line.strip().split(": ", 1) for line in lines)

    assert first == "/*"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "*" not in headers["Content-Security-Policy"]
    assert f"style-src 'self' {named('p { color: red }')};" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert LEFT_OUT.fullmatch(FILE)


@pytest.mark.agreements("national-2010")
def test_the_policy_of_this_site_is_short_enough_for_every_service(published_site) -> None:  # type: ignore[no-untyped-def]
    """It must not grow with the agreements: scripts in files to carry away are the same in all of them."""
    lines = (published_site.site / FILE).read_text(encoding="utf-8").splitlines()

    assert max(map(len, lines)) < LONGEST / 2
