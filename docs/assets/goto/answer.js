/* What a page says of a citation or an address: a sentence, and the places that may be meant as links. For the field of citations
   and for addresses whose anchor is not there. Words of an agreement are only ever text.
   Needs: address, element, root, straight. Gives: answers. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;

  const href = (url) => (own.address ? own.address(url) : own.root() + url);

  const row = (offer) => {
    const link = element("a");
    link.href = href(offer.url);
    link.append(element("span", "goto-citation", offer.citation), element("span", "goto-opening", offer.opening),
      element("span", "goto-agreement", [offer.agreement, offer.status].filter(Boolean).join(" · ")));
    const item = element("li");
    item.append(link);
    return item;
  };

  /* What stands above the offers. */
  const said = (result) => {
    const [first] = result.offers;
    if (!first) return result.missing || "";
    if (result.missing) return first.exact ? result.missing : say`${result.missing} The nearest there is:`;
    if (own.straight(result)) return "";
    if (result.several) return say`More than one place is cited:`;
    return first.exact ? say`This is the citation of more than one place:` : say`Places that may be meant:`;
  };

  /* The sentence and the list, as far as there are any. */
  const elements = (result) => {
    const words = said(result);
    const made = words ? [element("p", "", words)] : [];
    if (!result.offers.length) return made;
    const list = element("ul");
    list.append(...result.offers.map(row));
    return [...made, list];
  };

  own.answers = { href, elements };
})();
