"""What is kept from build to build: records in boxes, each with the stamp of what it was made from.

- A record is the output of one step for one agreement, comparison, or the site itself. A step is a function from bytes to
  bytes, so a record can be made anywhere and found again by what it was made from, and nothing else.
- A stamp is a hash of all that a step reads: files by their names and bytes, the records it is given by their own stamps, the
  code, the versions of what is installed, the version of Python. What has another stamp is made anew.
- A box names each of its files with its hash. A box that is damaged, cut short, or from another hand counts as none.
- Trees are kept as Python pickles them, because nothing else is a tenth as fast for half a million small objects; they are
  read by a reader that knows the classes of ``model`` and no others, so that reading one can run nothing.
- Of an edition a record keeps its words and what lies beside them apart, in layers: a note changes the pages that show it, and
  neither the links nor the comparisons, which are found by words alone.
- The shelf lies beside the site, in ``build/shelf``; it may be thrown away between builds. One build at a time has it: another
  in the same project waits, because what a build keeps is what it asked for, and no more.
"""
