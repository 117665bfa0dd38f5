"""Lines in, the tree of provisions out. Parsing never fails: any text gives the best tree, and findings.

- An outline is chosen over the whole document and not line by line, because one heading that is not read must cost only
  itself, and a wrapped citation looks like a heading until the next number comes.
- Headings of parts and chapters over articles are pages of their own, and articles that run on through them keep the
  addresses that they would have without; ``parent`` in the data names the part.
- Parts of a schedule whose paragraphs have no articles over them stand in the schedule, because they are cited so (``paragraph
  3 of Part 2 of Schedule 1``); where articles do, they are groups of articles.
- Whether a number without a mark, a hundred after a hundred or a bullet before a label is a label is told by the numbers of the
  whole text, never by one line.
- A heading without a number inside an article is a provision named by its words, so that two lists ``A. B.`` below two of
  them stay two.
- A number that repeats what it stands in is not doubled in anchors: 22.02.1 in Article 22 is ``22.02.1``, Section 4.01 of
  Article IV is ``IV.01``.
- Paragraphs of a source that lost its indentation are found by the width of lines, in approximate widths of a serif face.
  ``structure.toml`` pins what widths cannot decide.
- Tables are set out by hand and proved by the balance of characters, because columns read out of order cannot be put in
  order by rule. The proof does not say that a value stands in the right cell; a person does.
- A row of five asterisks (``* * * * *``) is kept as a paragraph, because the reprint prints it for words left out; a row of
  three between documents is furniture.
- Blank lines and indents tell paragraphs where enough sentence ends have them, because ragged lines would be cut by widths;
  a line that ends in a small word goes on whatever follows.
- Where no known word makes articles, the word before numbers that run through most of the text does (``Standing Order 1``),
  because texts of unknown languages count their articles as others do; words that count things (``Grade 1``) never.
- An article whose number is printed twice is two if each has a title of its own; the second gets ``~2``, and what cites the
  number leads nowhere, because the words do not say which is meant.
- A schedule or letter that is named in a line set like the text, between two articles that follow each other, is part of the
  first: a form that it quotes, or a schedule of another document.
- A contents list inside an article is furniture, because its section numbers begin again in the body.
- “(The preceding Article …, shall apply to …)” goes to the provision it names and stays there as text, because the words
  are the parties' and the badge is ours.
- An agreement without a stated term or standing has no dates and the status ``not stated``; nothing is inferred from the
  year in its title.
"""
