"""What lies beside the trees, gathered so that pages can ask: crossings, rows, topics, items, histories.

- Explanations stand beside provisions and are not part of their text, because they are one party's words; search leaves
  them out. Their citations are links, kept apart from the parties' references, so that nothing is “cited by” an
  explanation.
- A local item is quoted whole beside the national words and not compared with them word by word, because it answers them;
  only its title is.
- Which earlier provision is the forerunner of an item is data, read by a person; where the words do not say it, there is
  none.
- A provision's history is at the address of its article, ``history/``, and its own anchor:
  ``/mill-1952/article-vi/history/#VI.B.3``. Every edition has such pages of its own, so that an address does not move
  when a newer edition comes.
- A history follows the lineage of comparisons from edition to edition; beyond them it follows a concordance only where a
  person read the row and words are found again. A heading alone has no history.
"""
