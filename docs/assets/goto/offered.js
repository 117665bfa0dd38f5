/* An offer of go to a citation: the address and the name of a place that goto/find.js found, its opening words, and what is not
   there, in words. `contractReference.offering` is for goto/offers.js, which loads after it.
   Needs: finding, goWords, heldOfMore, load, reading. Gives: offering. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { isLabel } = own.reading;
  const { citation } = own.finding;

  const titled = (entry) => entry.brief.replace(/^the /i, ""); /* after "the" */

  const blockAnchor = (node, block) => (node.pinpoint && block !== "caption" ? `${node.anchor}.${block}` : block);

  const offered = (entry, found, { bare = false } = {}) => {
    const { node, block, page, table } = found;
    const anchor = page ? `page-${page}` : table ? table.anchor : block ? blockAnchor(node, block) : node.anchor;
    const path = node.part.id;
    return {
      entry, node, found, opening: table ? table.title : "",
      offer: {
        url: `${entry.slug}/${path}/${bare ? "" : `#${anchor}`}`,
        citation: cited(found), opening: "", agreement: entry.brief, status: entry.status, exact: found.exact,
      },
    };
  };

  const cited = ({ node, block, page, table, listed }) => {
    const where = citation(node);
    if (listed) return say`${listed} (listed only)`;
    if (page) return say`p. ${page}, in ${where}`;
    if (table) return say`${table.name}, in ${where}`;
    if (!block) return where;
    const [, kind, number] = block.match(/^([pt])(\d+)$/) || [];
    if (!kind) return where;
    return kind === "p" ? say`${where}, paragraph ${number}` : say`${where}, table ${number}`;
  };

  /* An agreement's own page, or one of its lists. */
  const whole = (entry, exact, list = "", title = "") => ({
    entry, node: null, found: { rest: [] }, opening: title ? "" : say`Contents`,
    offer: { url: `${entry.slug}/${list ? `${list}/` : ""}`, citation: title || entry.brief, opening: "", agreement: entry.brief, status: entry.status, exact },
  });

  /* The own page of an agreement that cannot be looked in. */
  const unlooked = (entry) => ({ ...whole(entry, false), found: { rest: [], unseen: true } });

  /* What is said of an agreement that cannot be looked in: not that it has or has not what is cited. */
  const unseen = (entry) => {
    const text = titled(entry);
    if (own.heldOfMore) return say`The ${text} is not saved on this device, so nothing can be looked up in it without a network.`;
    return say`The ${text} could not be loaded, so nothing was looked up in it.`;
  };

  /* What is not there, in words. */
  const missing = (best) => {
    const { entry, found, node } = best;
    if (found.unseen) return unseen(entry);
    if (found.lacking) return found.lacking;
    const lost = found.rest.map((token, at) => (at ? (found.rest[at - 1].key ? " " : ".") : "") + token.raw).join("");
    const text = titled(entry);
    if (found.beside) return say`The ${text} has no “${lost}” beside ${citation(node)}.`;
    if (best.offer.exact) return "";
    if (found.nopage) return say`The ${text} has no printed page ${found.nopage}.`;
    if (found.listed) return say`“${found.listed}” is only listed in the ${text}; its words are in an earlier agreement.`;
    if (found.absent) return say`The ${text} has no ${found.absent}.`;
    const words = found.rest.some((token) => !isLabel(token) && !token.key);
    return lost && !words ? say`The ${text} has no “${lost}” below ${citation(node)}.` : "";
  };

  const withOpenings = (chosen) => Promise.all(chosen.map(async (each) => {
    if (each.node && !each.opening) {
      const name = `${each.entry.slug}/${each.node.part.id}`;
      if (!(own.goWords || {})[name]) await own.load(`go/${name}.js`).catch(() => {});
      each.opening = ((own.goWords || {})[name] || [])[each.node.place] || "";
    }
    return { ...each.offer, opening: each.opening };
  }));

  own.offering = { titled, blockAnchor, offered, whole, missing, unlooked, withOpenings };
})();
