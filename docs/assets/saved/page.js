/* The page of what is saved: each agreement with its size and age, the room there is, and installing the site.
   Needs: address, decoded, element, goTo, installPrompt, saved, savedControls, savedWords, straight. Gives: savedPage. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const { saved: store, savedWords: words } = own;

  /* Whether the page of an address is among what is saved: no other can be gone to without a network. */
  const isSaved = (snapshot) => {
    const files = new Set(snapshot ? [snapshot.shell, ...snapshot.agreements].flatMap((each) => each.files.map(([address]) => address)) : []);
    return ({ url }) => files.has(own.decoded(url.split(/[?#]/)[0]));
  };

  const lacking = (address) => (address.startsWith("compare/")
    ? say`This comparison is not saved on this device, and there is no network:`
    : say`This page is not saved on this device, and there is no network:`);

  /* A page that was asked for without a network and is not saved; where it is a citation, the place it means. Only what is saved is gone
     to or offered: of all else nobody can say here what it has, and going there leads back to this page. */
  const missing = async (snapshot) => {
    const address = new URLSearchParams(location.search).get("missing");
    if (address === null) return [];
    const { line, link } = own.savedControls;
    const box = element("div", "missing");
    const again = link(say`Try again`, address);
    box.append(
      line(element("strong", "", lacking(address)), " ", element("span", "address", "/" + address)),
      line(...woven`${again} when there is a network. What is saved is listed here.`));
    const found = own.goTo ? await own.goTo("/" + address + own.decoded(location.hash)).catch(() => null) : null;
    const offered = found ? found.offers.filter(isSaved(snapshot)) : [];
    const place = found && own.straight(found);
    if (place && place === offered[0]) { location.replace(own.address(place.url)); return null; }
    const may = offered.filter((offer, at) => offer.exact || at === 0);
    if (!may.length) return [box];
    const offers = element("span", "", ...may.flatMap((offer, at) => [at ? say` or ` : "", link(offer.citation + ", " + offer.agreement, offer.url)]));
    box.append(line(found.missing, found.missing ? " " : "", ...woven`Did you mean ${offers}?`));
    return [box];
  };

  const row = (agreement, again) => {
    const { button, line, link } = own.savedControls;
    const item = element("li");
    const title = link(agreement.title, agreement.slug + "/");
    const facts = line(
      [agreement.status, agreement.term].filter(Boolean).join(" · "), element("br"),
      say`${words.size(agreement.bytes)} · saved ${words.minute(agreement.saved)}`);
    const remove = button(say`Remove`, async () => { await store.remove(agreement.slug); again(say`${agreement.title} was removed.`); });
    remove.setAttribute("aria-label", say`Remove ${agreement.title}`);
    item.append(title, facts, remove);
    return item;
  };

  const room = async (snapshot) => {
    const { button, line } = own.savedControls;
    const bytes = snapshot.shell.bytes + snapshot.agreements.reduce((sum, each) => sum + each.bytes, 0);
    const shared = words.size(snapshot.shell.bytes);
    const parts = [line(say`${words.size(bytes)} in all, with what every page needs (${shared}).`)];
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) || {};
    const free = words.gigabytes(Math.max(0, quota - usage));
    if (quota) parts.push(line(say`The browser has about ${free} of room left for this site.`));
    if (!navigator.storage?.persist) return parts;
    const promised = () => line(say`The browser has promised not to delete it when room gets short.`);
    if (await navigator.storage.persisted()) return [...parts, promised()];
    const ask = line(say`If room gets short, the browser may delete all of it. `);
    ask.append(button(say`Ask the browser to keep it`, async () => {
      if (await navigator.storage.persist()) ask.replaceWith(promised());
      else ask.replaceChildren(say`The browser did not agree. It often does once a site is installed or visited more.`);
    }));
    return [...parts, ask];
  };

  const updates = async (snapshot, again) => {
    const { button, complaint, line, withProgress } = own.savedControls;
    const last = (await store.checked()) || snapshot.checked;
    const place = element("div", "updates");
    const look = () => withProgress(place, say`Looking for newer texts…`, store.update, (next, fault) => {
      if (fault) place.replaceChildren(complaint(fault), button(say`Try again`, look));
      else again(next ? say`What is saved is now what the site has.` : say`Nothing newer is on the site.`);
    });
    place.append(line(say`Last compared with the site ${words.minute(last)}.`), button(say`Look for newer texts`, look));
    return place;
  };

  const install = () => {
    const place = document.getElementById("install-here");
    const { button } = own.savedControls;
    const show = () => {
      if (!own.installPrompt || !place) return;
      place.replaceChildren(button(say`Install`, async () => {
        await own.installPrompt.prompt();
        place.replaceChildren();
      }, "main"));
    };
    addEventListener("contract-reference:installable", show);
    show();
  };

  const show = async (place, news = "") => {
    const { line, link } = own.savedControls;
    const snapshot = await store.snapshot();
    const again = (text) => show(place, text);
    const parts = await missing(snapshot);
    if (!parts) return;   // on the way to the place that was meant
    const said = line(news);
    said.setAttribute("role", "status");
    said.tabIndex = -1;
    parts.push(said);
    if (snapshot && snapshot.agreements.length) {
      const items = element("ul");
      items.append(...snapshot.agreements.map((each) => row(each, again)));
      parts.push(items, await updates(snapshot, again), ...(await room(snapshot)));
    } else {
      const list = link(say`list of agreements`, "");
      parts.push(line(...woven`No agreement is saved yet. Open one from the ${list} and tap “Save for reading without a network”.`));
    }
    place.replaceChildren(...parts);
    place.hidden = false;
    document.getElementById("cannot-save")?.remove();
    if (news) said.focus({ preventScroll: true });
  };

  own.savedPage = async (place) => {
    install();
    await show(place);
  };
})();
