"""Rules that can match nothing are taken out of style sheets, and nothing else."""

from __future__ import annotations

import pytest

from contract_site.site.pruning import Names, dropped, pruned, squeezed

PAGE = (
    '<body dir="ltr" data-scheme="default"><nav class="menu wide" id="top"><a href="x" hidden>a</a></nav>'
    '<p class="li">x</p></body>'
)
SCRIPT = 'box.className = "preview-box"; facts.mdColorMedia = "dark"; each.open = true;'


@pytest.fixture
def names() -> Names:
    made = Names()
    made.add_page(PAGE)
    made.add_script(SCRIPT)
    return made


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".menu{a:b}", ".menu{a:b}"),
        (".other{a:b}", ""),
        (".menu,.other{a:b}", ".menu{a:b}"),
        (".menu > .other{a:b}", ""),
        ("#top .wide a:hover::before{a:b}", "#top .wide a:hover::before{a:b}"),
        ("#bottom{a:b}", ""),
        ("table{a:b}", ""),
        (".preview-box{a:b}", ".preview-box{a:b}"),
        ("[data-md-color-media]{a:b}", "[data-md-color-media]{a:b}"),
        ("[data-md-color-media=dark]{a:b}", "[data-md-color-media=dark]{a:b}"),
        ("[data-scheme=slate]{a:b}", ""),
        ('[dir="ltr"] p{a:b}[dir=rtl] p{a:b}', '[dir="ltr"] p{a:b}'),
        ("[lang]{a:b}", ""),
        ("a[hidden]{a:b}[open]{c:d}", "a[hidden]{a:b}[open]{c:d}"),
        ("p:not(.other){a:b}", "p:not(.other){a:b}"),
        ("p:is(.other,.li){a:b}", "p:is(.other,.li){a:b}"),
        ("p:is(.other,.another){a:b}", ""),
        ("p:nth-child(2n){a:b}", "p:nth-child(2n){a:b}"),
        ("*,:root{a:b}", "*,:root{a:b}"),
        ("@media print{.menu{a:b}.other{c:d}}", "@media print{.menu{a:b}}"),
        ("@media print{.other{c:d}}", ""),
        ("@supports (a:b){@media print{p{a:b}}}", "@supports (a:b){@media print{p{a:b}}}"),
        ('@charset "utf-8";@keyframes x{0%{a:b}}', "@keyframes x{0%{a:b}}"),
        (".menu{--used:1;--unused:2;a:var(--used)}", ".menu{--used:1;a:var(--used)}"),
        (":root{--one:var(--two);--two:1}", ""),
        (":root{--one:var(--two);--two:1}p{a:var(--one, 2)}", ":root{--one:var(--two);--two:1}p{a:var(--one, 2)}"),
        (".menu{a:b!important}", ".menu{a:b!important}"),
        ("p{a:url(data:x;y)}", "p{a:url(data:x;y)}"),
        ("details{a:b}p details>a,.menu{a:b}:is(summary,p){a:b}", ".menu{a:b}:is(summary,p){a:b}"),
    ],
)
def test_what_can_match_stays_and_nothing_else(names: Names, sheet: str, left: str) -> None:
    assert pruned([sheet], [], names) == left


def test_a_variable_that_our_own_sheets_read_stays(names: Names) -> None:
    assert pruned([":root{--one:1;--two:2}"], ["p{a:var(--one)}"], names) == ":root{--one:1}\np{a:var(--one)}"


def test_our_own_rules_stay_if_they_can_match_and_for_folds_too(names: Names) -> None:
    names.add_page("<details><summary>x</summary></details>")

    assert pruned(["details{a:b}"], ["/* x */ details { c: d } .other { e: f }"], names) == "details{c:d}"


def test_what_is_dropped_is_told_selector_by_selector(names: Names) -> None:
    names.add_page("<details></details>")
    sheet = ".menu,.other a{a:b}"

    assert dropped([sheet, "details{a:b}"], ["@media print{#no{a:b}}details{a:b}"], names) == [".other a", "details", "#no"]


@pytest.mark.parametrize(
    ("sheet", "small"),
    [
        ("/* why */\na { b : c ; }\n\n", "a{b:c}"),
        ('a::after {\n  content: "x  y";\n  width: calc(1em +\n 2px);\n}', 'a::after{content:"x  y";width:calc(1em +\n 2px)}'),
        ("@media (min-width: 3em) {\n  a { b: c; }\n}", "@media (min-width: 3em){a{b:c}}"),
        ("a { b: c; &:hover { d: e; } }", "a { b: c; &:hover { d: e; } }"),
    ],
)
def test_our_own_sheets_lose_what_says_nothing(sheet: str, small: str) -> None:
    assert squeezed(sheet) == small
