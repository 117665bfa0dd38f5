/* What readers see of saving: the controls on an agreement's page, the list on the page of what is saved, a line on pages
   that are read without a network, and a word when a newer text has been saved.
   Needs: element, installed, saved, savedPage, savedRoot, savedWords. Gives: held, savedControls. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element, saved: store, savedWords: words } = own;
  const CHECK_AGAIN = 10 * 60_000;
  const JUST_SAVED = "contract-reference saved " + new URL(own.savedRoot).pathname;

  const button = (text, work, kind = "") => {
    const shown = element("button", kind, text);
    shown.type = "button";
    shown.addEventListener("click", work);
    return shown;
  };
  const link = (text, address) => {
    const shown = element("a", "", text);
    shown.href = own.savedRoot + address;
    return shown;
  };
  const line = (...parts) => element("p", "", ...parts);
  const address = decodeURIComponent(location.href.split(/[?#]/)[0].slice(own.savedRoot.length));

  const progress = (done, total) => say`${done} of ${total}`;

  /* Run a change with a bar of progress in `place`; `after` shows how it ended. */
  const withProgress = async (place, what, change, after) => {
    const bar = element("progress");
    const count = element("span", "count");
    bar.setAttribute("aria-label", what);
    const label = line(what + " ", count);
    label.setAttribute("role", "status");
    place.replaceChildren(label, bar, button(say`Stop`, store.stop));
    const tell = (done, total) => {
      bar.max = total || 1;
      bar.value = total ? done : 1;
      count.textContent = total ? progress(words.size(done), words.size(total)) : "";
      count.setAttribute("aria-hidden", "true");   // not read out at every step
    };
    try {
      after(await change(tell), null);
    } catch (fault) {
      after(null, fault);
    }
  };

  const complaint = (fault) => {
    const shown = element("p", "fault", words.fault(fault));
    shown.setAttribute("role", "alert");
    return shown;
  };

  /* The controls on an agreement's own page ------------------------------------------------------------------------- */

  const offer = async (place, slug, fault) => {
    const [found, before] = await Promise.all([store.size(slug).catch(() => null), store.snapshot()]);
    const act = button(fault ? say`Try again` : say`Save for reading without a network`, () => save(place, slug), "main");
    const count = found && element("span", "count", words.size(found.bytes));
    const all = found && !before ? woven`${count} and ${words.size(found.shell)} that all pages share, on this device. ` : woven`${count}, on this device. `;
    const about = found ? all : [];
    place.replaceChildren(
      ...(fault ? [complaint(fault)] : []), act,
      line(...about, say`Then it opens and searches in airplane mode too. `, link(say`What is saved`, "saved/")));
    place.hidden = false;
  };

  const save = (place, slug) => {
    if (navigator.storage?.persist) navigator.storage.persist().catch(() => {});
    return withProgress(place, say`Saving…`, (tell) => store.save(slug, tell), (next, fault) => {
      if (fault) return offer(place, slug, fault);
      // From now on this page, too, is the saved one: what it still has to load comes from there.
      sessionStorage.setItem(JUST_SAVED, slug);
      location.reload();
    });
  };

  const keepOrRemove = (place, agreement) => {
    const state = line(say`✓ Saved on this device` + " · ", words.size(agreement.bytes), " · ", words.day(agreement.saved));
    state.className = "done";
    state.tabIndex = -1;
    const remove = button(say`Remove`, async () => {
      await store.remove(agreement.slug);
      location.reload();
    });
    place.replaceChildren(state, remove, link(say`What is saved`, "saved/"));
    place.hidden = false;
    if (sessionStorage.getItem(JUST_SAVED) !== agreement.slug) return;
    sessionStorage.removeItem(JUST_SAVED);
    state.setAttribute("role", "status");
    state.focus({ preventScroll: true });
  };

  const controls = async (place) => {
    const slug = place.dataset.saving;
    const kept = (await store.snapshot())?.agreements.find((each) => each.slug === slug);
    if (kept) keepOrRemove(place, kept);
    else await offer(place, slug);
  };

  /* Every page of a saved site -------------------------------------------------------------------------------------- */

  const atTop = (shown) => {
    const article = document.querySelector("article");
    const height = document.documentElement.scrollHeight;
    const moved = scrollY;
    article.prepend(shown);
    if (moved && !CSS.supports("overflow-anchor", "auto")) scrollBy(0, document.documentElement.scrollHeight - height);
  };

  const momentOf = (snapshot) => {
    const holding = snapshot.agreements.filter(({ files }) => files.some(([each]) => each === address));
    return holding.map(({ saved }) => saved).sort().pop() || snapshot.checked;
  };

  const sayWhenOffline = (snapshot) => {
    const note = element("p", "saved-line", say`No network. You are reading the copy saved on this device on ${words.day(momentOf(snapshot))}.`);
    note.setAttribute("role", "status");
    const turn = () => (navigator.onLine ? note.remove() : note.isConnected || atTop(note));
    addEventListener("online", turn);
    addEventListener("offline", turn);
    turn();
  };

  const hashAt = (snapshot) => [snapshot.shell, ...snapshot.agreements].flatMap(({ files }) => files).find(([each]) => each === address)?.[1];

  const sayNewer = (shown, next) => {
    if (shown.shell.version === next.shell.version && hashAt(shown) === hashAt(next)) return;
    const bar = element("div", "saved-bar");
    bar.setAttribute("role", "status");
    bar.append(element("p", "", say`A newer version of this page has been saved.`), button(say`Show it`, () => location.reload()), button(say`Later`, () => bar.remove()));
    document.body.append(bar);
  };

  const refresh = async (shown) => {
    const last = await store.checked();
    const again = performance.getEntriesByType("navigation")[0]?.type === "reload" && sessionStorage.getItem(JUST_SAVED) === null;
    if (!navigator.onLine || navigator.connection?.saveData) return;
    if (!again && last && Date.now() - Date.parse(last) < CHECK_AGAIN) return;
    const next = await store.update().catch(() => null);   // it goes on at the next page
    if (next && shown) sayNewer(shown, next);
  };

  const start = async () => {
    const place = document.querySelector("[data-saving]");
    if (own.installed && !(await store.snapshot())) store.begin().catch(() => {});   // the next page tries again
    const shown = await store.shown();
    // What search and go-to may look in: without a network they have what is saved.
    if (shown && !navigator.onLine) Object.assign(own, { held: shown.agreements.map(({ slug }) => slug), heldOfMore: true });
    if (shown) sayWhenOffline(shown);
    if (place && place.dataset.saving) await controls(place);
    else if (place) await own.savedPage?.(place);
    await refresh(shown);
    await store.sweep();
  };

  own.savedControls = { button, complaint, line, link, withProgress };
  start();
})();
