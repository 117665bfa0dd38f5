"""Pages to files. The only part that knows MkDocs; it builds beside the last good site and then swaps.

- Pages are Markdown with widely supported extensions and without MkDocs plugins or hooks of our own, because the site
  generator will be changed some day; all that knows MkDocs is in ``site/``, ``mkdocs.yml`` and ``overrides/``.
- The generated configuration inherits ``mkdocs.yml`` and adds folders and order, so that the hand-written one stays short
  and readable.
- Links between pages are relative Markdown links to files, because MkDocs then checks pages and anchors in strict mode.
- The data are written among the documents before the build, so that links to them are checked like all others.
- The new site is built in ``build/`` and exchanged with the old one in one step (``renameat2`` on Linux; elsewhere the old
  one is moved aside and put back by the next build if need be), so that a build killed anywhere leaves a whole site.
- The site that a new one took the place of is kept (``build/spare``), and the next but one is put together in it: a file that
  has the same bytes already stays, so that a changed line does not write a thousand agreements again. What else stands there
  is removed, and a file that changes is a new one, because somebody may hold a link to the old.
- ``serve_site.py`` builds into ``build/preview/`` and without bundles, so that ``site/``, which is published, is never half
  of one; each build is a process of its own, so that changed code counts and a fault of a build cannot stop the server.
  ``watchdog`` tells which files changed, because MkDocs brings it already.
- ``build_site.py`` replaces only a folder that holds a site of ours, because a mistyped ``--site`` must not delete
  anything.
- Scripts share one object, ``contractReference``, and no modules, because a page opened from a disk can load only classic
  scripts. ``make lint`` checks them all by TypeScript against ``docs/assets/scripts.d.ts``, not strictly: names and shapes.
  Node comes as a wheel, TypeScript by a lock file with hashes and without addresses. A script's head says what it needs and
  gives; ``tests/site/test_scripts.py`` holds it to that.
- What stands below ``assets/`` belongs to no agreement, though one is called as a folder is.
"""
