/* Addresses that scripts make, from the site's root: `contractReference.address("keepers-2024/article-8/#8.5.G")`. A page
   opened from a disk has no server that would show a folder by its index.html, so there the file is named.

   `contractReference.permanent(page, url)` is what is copied and printed: the address at which the site stands, if the page
   knows it; else where it was read. A place on somebody's disk is no address, so there it is the one from the site's root.
   Needs: root. Gives: address, permanent. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  own.address = (url) => {
    const [, path, rest] = url.match(/^([^?#]*)(.*)$/s);
    const file = location.protocol === "file:" && /(^|\/)$/.test(path) ? "index.html" : "";
    return own.root() + path + file + rest;
  };

  own.permanent = (page, url) => {
    const canonical = page.querySelector("link[rel=canonical]");
    const place = canonical ? canonical.href : url.split(/[?#]/)[0];
    return place.startsWith("file:") ? "/" + place.slice(own.root().length).replace(/index\.html$/, "") : place;
  };
})();
