"""The site's own words, in the language of its readers; never the parties'.

Code says them in English, through `say` and `counted`; a catalogue has them in another language, in the format of gettext,
because translators have tools for it. A message that no catalogue has is said in English: a page is never without its words.
What the parties wrote, what editors wrote beside it, addresses and the open data are no part of it, and neither are the
commands' lines and the reading desk, which only maintainers read.
"""
