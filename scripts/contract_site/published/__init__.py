"""Published addresses, held against today's.

- Every published address, of an agreement or of a row of a comparison, is recorded with its opening words in
  ``addresses.tsv``; new ones are added by a command, so that a person sees them in the diff, and the build refuses to lose
  one. An address that moved keeps a line at its old place that leads to the new one.
- An address of a comparison may move into an agreement, because a row that is compared no longer leads to its words.
- A redirect page goes on by itself only where no anchor was published on it, or by a script that keeps the anchor, because
  an automatic step would lose it.
"""
