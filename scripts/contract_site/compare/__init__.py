"""Two editions in, what changed between them out.

- The unit of a comparison is a paragraph or a heading, because paragraphs gained numbers between editions and provisions
  were cut anew.
- Units are paired by words first; labels and neighbours only decide between alike ones, because labels are what drafters
  change.
- Where labels agree in value the place is the same, whatever their style; a paragraph without a number may have gained one.
- The lineage of a pair is kept beside the agreements and stands against the program, so that published comparisons do not
  change with it.
- A redline keeps what differs only in what cannot change the meaning, and carries both forms, so that both texts can be had
  back exactly.
- A text is compared by its atoms: words, and figures and signs as wholes. “1.5” and “15”, “not able” and “notable”,
  “resigns” and “re-signs” are different words, because nothing but the words themselves tells which hyphen, space or point
  matters. Only capitals, kinds of quotes and dashes, white space, and commas and stops between words are not compared; a
  comma between two figures is.
- A hyphen at a line's end of the source may belong to the word or not, so it agrees with both; a unit keeps where its lines
  end inside words. One inside a line is the parties'.
- A row that an editor calls unchanged or moved stands against the program, but not against a changed figure or sign: the
  build refuses it.
- Units that hold the same words and are cut otherwise answer to each other before anything is weighed: paragraphs of one
  provision that only end elsewhere are unchanged, a paragraph that became a lead-in and items is split.
- A comparison in which nothing was recognised on one side, or far less than on the other, is an error, because all it could
  say is that everything is new.
- Words that were added, but stand elsewhere in the older text, keep a row of their own that names what they repeat, because
  the older words have theirs; “new” would be false.
- Below 40 % of common words a pair is shown as rewritten, old and new as wholes, because marks on single words would say
  nothing.
- A phrase is found again if it has three words, two of which tell something, or five of which one does; single words would
  be found anywhere.
- The truth that the aligner is measured on was made by a reader without the program, over all articles; a change that makes
  it worse fails.
"""
