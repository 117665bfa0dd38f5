/* Answers for what readers saved on this device, so that it reads without a network. Everything else goes its usual way.

   What is saved is one snapshot at a time: a list of addresses with the hash of each, written by assets/saved/store.js after
   every one of its files was there and its hash right. Files are kept by their hash, so a new snapshot never touches the
   files of an old one, and "current" names the snapshot that the next page is taken from: changing that name is the switch.

   A page and all it loads come from one snapshot: the one that was current when the page was asked for. A page that came from
   the network gets everything from the network, as the site has it now. So no page is made of two versions, whatever is saved
   while it is open. */
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL(worker.registration.scope);
const NAME = "contract-reference-1 " + SCOPE.pathname;   // as in assets/saved/store.js
const RECORDS = NAME + " records";
const FILES = NAME + " files";
const NEVER = /^(?:downloads\/.|offline\/)/;
const YOUNG = 10_000;

/* snapshots by their name, and the snapshot of each open page; both are also in the records, because the browser may stop
   this worker between two questions of one page */
const snapshots = new Map();
const pages = new Map();

const record = (name) => SCOPE.href + "offline/record/" + name;
const read = async (name) => {
  const answer = await caches.match(record(name), { cacheName: RECORDS });
  return answer ? answer.json() : null;
};

const snapshot = async (id) => {
  if (!snapshots.has(id)) {
    const found = await read("snapshot/" + id);
    if (!found) return null;
    const rows = [found.shell, ...found.agreements].flatMap(({ files }) => files);
    snapshots.set(id, { id, files: new Map(rows.map(([address, hash]) => [address, hash])) });
  }
  return snapshots.get(id);
};

const current = async () => {
  const named = await read("current");
  return named ? snapshot(named.id) : null;
};

/* What stands at an address in a snapshot. */
const file = async (from, address) => {
  const hash = from.files.get(address);
  return hash && caches.match(SCOPE.href + "offline/file/" + hash + "/" + address.split("/").pop(), { cacheName: FILES });
};

/* From now on this page gets what it asks for from that snapshot. */
const bind = (event, id) => {
  const page = event.resultingClientId;
  if (!page) return;
  pages.set(page, id);
  const value = new Response(JSON.stringify({ id, at: Date.now() }));
  event.waitUntil(caches.open(RECORDS).then((records) => records.put(record("page/" + page), value)));
};

const bound = async (page) => {
  if (!page) return null;
  if (!pages.has(page)) pages.set(page, ((await read("page/" + page)) || { id: null }).id);
  const id = pages.get(page);
  return id ? snapshot(id) : null;
};

/* From the network, past what the browser's own cache has of an earlier day unless the server says that it is the same. */
const today = (request) => fetch(request, { cache: "no-cache" });

const toSavedPage = (address) =>
  Response.redirect(SCOPE.href + "saved/?missing=" + encodeURIComponent(address), 302);

const answerPage = async (event, address) => {
  const saved = await current().catch(() => null);
  const found = saved && (await file(saved, address));
  if (found) {
    bind(event, saved.id);
    return found;
  }
  if (saved && saved.files.has(address + "/")) return Response.redirect(SCOPE.href + address + "/" + new URL(event.request.url).search, 302);
  try {
    return await today(event.request);
  } catch (fault) {
    // The page of what is saved answers for every other page; for itself, should its file be gone, it would do so for ever.
    if (saved && saved.files.has("saved/") && address !== "saved/") return toSavedPage(address);
    throw fault;
  }
};

const answerPart = async (event, address) => {
  const saved = await bound(event.clientId).catch(() => null);
  if (!saved || !saved.files.has(address)) return today(event.request);
  bind(event, saved.id);
  return (await file(saved, address)) || Response.error();
};

/* The address below the root of the site, as the lists write it; null for another host or a path beside this site. */
const addressOf = (url) => {
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return null;
  try {
    return decodeURIComponent(url.pathname.slice(SCOPE.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  } catch {
    return null;
  }
};

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(new URL(request.url));
  // "same-origin" is how assets/saved/store.js asks for what it saves: that must come from the network.
  if (request.method !== "GET" || address === null || request.mode === "same-origin") return;
  if (request.headers.has("range") || NEVER.test(address)) return;
  event.respondWith(request.mode === "navigate" ? answerPage(event, address) : answerPart(event, address));
});

/* Forget what no open page and not the current snapshot needs. A page that was asked for just now may not be known as open yet. */
const tidy = async () => {
  const records = await caches.open(RECORDS);
  const open = new Set((await worker.clients.matchAll({ includeUncontrolled: true, type: "all" })).map((client) => client.id));
  const needed = new Set([((await read("current")) || {}).id]);
  const found = (await records.keys()).map((request) => request.url.slice(record("").length));
  for (const name of found.filter((each) => each.startsWith("page/"))) {
    const page = name.slice("page/".length);
    const { id, at } = await read(name);
    if (open.has(page) || Date.now() - at < YOUNG) needed.add(id);
    else {
      pages.delete(page);
      await records.delete(record(name));
    }
  }
  const hashes = new Set();
  for (const name of found.filter((each) => each.startsWith("snapshot/"))) {
    const id = name.slice("snapshot/".length);
    const kept = needed.has(id) && (await snapshot(id));
    if (kept) kept.files.forEach((hash) => hashes.add(hash));
    else {
      snapshots.delete(id);
      await records.delete(record(name));
    }
  }
  const files = await caches.open(FILES);
  const start = (SCOPE.href + "offline/file/").length;
  for (const request of await files.keys()) {
    if (!hashes.has(request.url.slice(start).split("/")[0])) await files.delete(request);
  }
};

/* The two things that pages ask: which snapshot they are from, and to tidy up after a switch. */
worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (!port || !event.source || !("id" in event.source)) return;
  const work = event.data === "tidy" ? tidy() : bound(event.source.id).then((from) => from && from.id);
  event.waitUntil(work.then((answer) => port.postMessage({ answer: answer ?? null }), (fault) => port.postMessage({ fault: String(fault) })));
});

worker.addEventListener("install", (event) => {
  // Without this a page could not be bound to its snapshot (Safari before 16): better nothing than a mixture.
  if (!("resultingClientId" in FetchEvent.prototype)) event.waitUntil(Promise.reject(new Error("browser too old")));
  worker.skipWaiting();   // safe at any time: what open pages are bound to stands in the records
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
