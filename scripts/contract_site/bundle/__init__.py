"""A built site in, files to carry away out. Every bundle is a function from a build to files below ``downloads/``.

- Bundles are made from the built site, not beside it, because they then hold what readers of the site see, and nothing can
  be forgotten.
- A page of a folder is its page of the site with addresses changed tag by tag, all other characters left alone: eight times
  as fast as building a tree of every page, and it cannot lose a word.
- A link that leaves a folder leads to the site where its address is known, else it is words; both are marked. A dead link
  of the site stops the build, because a folder cannot be mended.
- A page opened from a disk may read no other, so a preview there loads the page it shows in a hidden frame, where the same
  script answers with the words: no second copy of the text, no second rule for what a preview shows.
- The one file and the e-book are made from the built pages, not from the model, because they must say what the site says.
  Unlike a folder they need trees of pages (Beautiful Soup): ids are renamed, lists moved, XHTML written. Each page is read
  once for both.
- In the one file an anchor of the agreement's body keeps its name, so that ``#8.5.G`` works; on every other page its
  address stands before it, ``#memo/night-watches/2.C``. In an e-book an anchor gets ``at.`` in front, because names of
  XML begin with no digit.
- The text of the one file is in ``<details>`` that stand open, because a link into a closed one goes nowhere in older
  browsers without scripts; only lists that no link leads into are closed.
- A comparison in a book is its marked text in one column; older words that the marks hold are not repeated. Comparisons are
  in the book of the newer text; a concordance is in none, because it is as long as both texts and the file has to stay
  small.
- E-books are written by hand and not with EbookLib, because its licence is the AGPL and it brings lxml, while container,
  package document and navigation are one module here.
- ``dcterms:modified`` of an e-book is the first day of the agreement's term, because EPUB wants a time and no clock is
  asked; the identifier changes with the version.
- What a page says of its printed pages is found by where it stands in the status line, not by its words, because those are
  in the language of the site.
"""
