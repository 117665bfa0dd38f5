/* Addresses that scripts make, from the site's root: `contractReference.address("national-2010/article-8/#8.5.G")`. A page
   opened from a disk has no server that would show a folder by its index.html, so there the file is named. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  own.address = (url) => {
    const [, path, rest] = url.match(/^([^?#]*)(.*)$/s);
    const file = location.protocol === "file:" && /(^|\/)$/.test(path) ? "index.html" : "";
    return own.root() + path + file + rest;
  };
})();
