/* The path of an address as it was written down: with the ending of a file that an older site, a program or a saved copy gave it
   (`article-8.html`, `article-8/index.md`), a question behind it, a full stop of the sentence it stood in.
   Needs: decoded. Gives: paths. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  /* A path without the ending of a file; what stands behind the path stays. */
  const withoutEnding = (text) => text.replace(/(^|\/)index\.(?:html?|md)(?=[?#]|$)/i, "$1").replace(/\.(?:html?|md)(?=[?#]|$)/i, "/");

  /* The names in a path, one behind the other. */
  const steps = (path) => withoutEnding(own.decoded(path).replace(/\?.*/s, "").replace(/[.,;)\]>]+$/, "")).split("/").filter(Boolean);

  own.paths = { steps, withoutEnding };
})();
