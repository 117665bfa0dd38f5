"""Pages about texts that are kin: comparisons, reprints, concordances, local items, histories.

- Every row of a comparison is on exactly one page, at the anchor of its newer unit; what was removed stands where most of
  its article went, at ``was-`` and its older anchor.
- All local memoranda stand together on a page for each national item, ``/compare/local/item-14/``, each at the anchor of
  its slug, because the numbers of items are the same in every local memorandum and a new one then changes no address. So
  ``local`` is never a slug, nor is any first name of the site's own addresses; the settings refuse them.
- A row of a reprint stands on the page of its article, at the article's anchor, and is never called removed, because the
  article stands as it is and the reprint only leaves words out.
- Two agreements that only share subjects are brought together by a concordance: rows of places that a person read, topic by
  topic. It marks phrases that both have and claims nothing else, because what lies between such texts is not known from
  them.
- A concordance accounts for every article and supplement of both sides: one that no row names is a finding, because silence
  would be read as “nothing there”.
- A row of a concordance is on the page of its topic, at the anchor of its newer place, ``was-`` and the older one where
  there is none.
- What is told of a row is one whole message for each case, because languages put its parts in other orders and endings; the
  citations in it are the agreement’s own words and are said as it says them.
"""
