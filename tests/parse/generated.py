"""Strategies for Hypothesis: texts that mix all an agreement can hold with what nobody expects in one."""

from hypothesis import strategies as st

WORDS = [
    "shall",
    "the Employer",
    "Article",
    "Section",
    "two",
    "of",
    "PS-",
    "and/or",
    "union/",
    "month—",
    "A. B.",
    "“shall”",
    "1½",
]
HOSTILE = [
    "<script>alert(1)</script>", "{{ config }}", "{% raw %}", "*a* _b_ `c`", "[x](javascript:1)", '--8<-- "/etc/passwd"',
    ":smile:", "# x", "1986. A", "\u00a0", "\u00a0A.\u00a0x", "\u200f(א)\u202e", "\u200b", "\ufeff", "\x00", "\x07\x1b[31m",
    "\x1c", "\x85", "\u2028", "\t", "𝔸. 𝟙.", "ﬁ", "é", "٣.", "²", "Ⅳ.", "...", "....... 12", "* * * * *", "***", "(", ")", "—",
]  # fmt: skip
HEADINGS = [
    "ARTICLE 1", "ARTICLE 2", "ARTICLE 7", "ARTICLE IV", "ITEM 1", "ITEM 2", "WORK", "Section 1.", "Section 2. Work Day",
    "Section 1. The parties agree that", "SECTION 1", "Step 1:", "Step 2:", "MEMORANDUM OF UNDERSTANDING", "BETWEEN THE",
    "Re: Article 7", "Re: 1", "Re: caption", "SUBJECT:", "Article 1 Hours ........ 1", "(see Memo, page 1)",
    "(The preceding Article, Article 1, shall apply to PSE Employees)", "(The preceding Article, Article",
]  # fmt: skip
LABELS = [
    "A.",
    "B.",
    "C.",
    "I.",
    "II.",
    "1.",
    "2.",
    "3.",
    "a.",
    "b.",
    "(1)",
    "(2)",
    "(a)",
    "(b)",
    "(i)",
    "a)",
    "1)",
    "2)",
    "C. 1. a.",
]
NUMBERS = ["1", "2", "3", "4", "i", "ii", "20", "as2", "su3", "(2)", "15.", "0", "00", "99999"]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
lines = st.one_of(
    words,
    st.builds("{} {}".format, st.sampled_from(LABELS), words),
    st.sampled_from(LABELS),
    st.sampled_from(HEADINGS),
    st.sampled_from(NUMBERS),
    st.sampled_from(HOSTILE),
    st.builds("{} {}".format, st.sampled_from(LABELS), st.sampled_from(HOSTILE)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
line_ends = st.sampled_from(["\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\f\n", " ", " \n\t"])
texts = st.lists(st.tuples(lines, line_ends), max_size=40).map(lambda pairs: "".join(line + end for line, end in pairs))
"""Also runs on: a line may end in a mere space."""
