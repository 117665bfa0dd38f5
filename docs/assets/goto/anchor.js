/* What stands behind the # of an address, though it was written in small letters, cut, or run together with what followed it:
   `8.5.g`, `8.5.G).`, `8.5.G and`, `8.5.G&fbclid=x`. Knows no page: `contractReference.anchors` works on lists of anchors.
   Needs: fold. Gives: anchors. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  const folded = (text) => own.fold(text).toLowerCase();

  /* The anchor, and the words after it if there are any; what an e-mail program or a counter of clicks put behind it is neither. */
  const cleaned = (text) => {
    const written = own.fold(text).replace(/[?&].*/s, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const anchor = written.match(/^[\p{L}\p{N}./~_-]*/u)[0];
    const rest = written.slice(anchor.length);
    return { anchor: anchor.replace(/[^\p{L}\p{N}]+$/u, ""), rest: /[\p{L}\p{N}]/u.test(rest) ? rest : "" };
  };

  /* Those of a list that are the anchor: it alone, or all that differ from it in capitals only. */
  const same = (anchor, names) => {
    if (names.includes(anchor)) return [anchor];
    const wanted = folded(anchor);
    return [...new Set(names.filter((name) => folded(name) === wanted))];
  };

  /* The nearest level above an anchor of which exactly one is there; "" if none is. */
  const nearest = (anchor, names) => {
    const above = anchor.slice(0, Math.max(0, anchor.lastIndexOf(".")));
    if (!above) return "";
    const found = same(above, names);
    return found.length === 1 ? found[0] : nearest(above, names);
  };

  own.anchors = { cleaned, same, nearest };
})();
