/* What is saved on this device: saving, updating, removing. service-worker.js answers from it.

   An agreement is saved by its list, offline/lists/<slug>.json: every address with its hash. Each file is taken from the network
   and kept only if its hash is right, so neither a half-published site nor a hotel's login page can get in. Files are kept by
   their hash: an update fetches what changed, and one that was interrupted goes on where it stopped. When all files of all
   that is saved are there, one record is written that names the new snapshot. Until then the old one is whole.
   Needs: installed, savedRoot. Gives: saved. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const ROOT = own.savedRoot;
  const SCOPE = new URL(ROOT).pathname;
  const NAME = "contract-reference-1 " + SCOPE;   // as in service-worker.js
  const RECORDS = NAME + " records";
  const FILES = NAME + " files";
  const AT_ONCE = 6;

  /* What went wrong, in a word that saved/words.js has a sentence for. */
  class Failure extends Error {
    constructor(kind, more) {
      super(kind);
      Object.assign(this, { kind }, more);
    }
  }

  const record = (name) => ROOT + "offline/record/" + name;
  const fileKey = ({ address, hash }) => ROOT + "offline/file/" + hash + "/" + address.split("/").pop();
  const read = async (name) => {
    const answer = await caches.match(record(name), { cacheName: RECORDS });
    return answer ? answer.json() : null;
  };
  const write = async (name, value) =>
    (await caches.open(RECORDS)).put(record(name), new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } }));

  /* The current snapshot, or null: {id, build, checked, shell, agreements}, lists as the site gave them; each agreement also
     with the moment at which this version of it was saved. */
  const snapshot = async () => {
    const named = await read("current");
    return named && read("snapshot/" + named.id);
  };

  /* One page at a time changes what is saved. */
  const alone = (work, options = {}) => navigator.locks.request(NAME, options, work);

  /* The network --------------------------------------------------------------------------------------------------- */

  /* In the mode "same-origin", which tells the worker to keep out of it. */
  const ask = (address, cache) =>
    fetch(ROOT + address.split("/").map(encodeURIComponent).join("/"), { mode: "same-origin", cache }).catch(() => {
      throw new Failure("network");
    });

  const list = async (name) => {
    const answer = await ask("offline/" + name, "no-cache");
    if (!answer.ok) throw new Failure(answer.status === 404 ? "gone" : "network", { name });
    const found = await answer.json().catch(() => { throw new Failure("network"); });
    if (found.schema !== 1) throw new Failure("reload");
    return found;
  };

  const hashOf = async (bytes, length) => {
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(found, (each) => each.toString(16).padStart(2, "0")).join("").slice(0, length);
  };

  /* First as the browser has it; if those are not the bytes of the list, once more past its cache. */
  const download = async ({ address, hash }) => {
    for (const cache of ["default", "reload"]) {
      const answer = await ask(address, cache);
      if (answer.status !== 200) continue;
      const bytes = await answer.arrayBuffer().catch(() => { throw new Failure("network"); });
      if ((await hashOf(bytes, hash.length)) !== hash) continue;
      return new Response(bytes, { headers: { "content-type": answer.headers.get("content-type") || "", "content-length": String(bytes.byteLength) } });
    }
    throw new Failure("changed", { address });
  };

  let stopped = false;
  const keep = async (files, tell) => {
    stopped = false;
    const store = await caches.open(FILES);
    const there = new Set((await store.keys()).map((request) => request.url));
    const missing = new Map(files.filter((file) => !there.has(new URL(fileKey(file)).href)).map((file) => [fileKey(file), file]));
    const queue = [...missing.values()];
    const total = queue.reduce((sum, file) => sum + file.bytes, 0);
    let done = 0;
    let failed = null;
    const work = async () => {
      for (let file = queue.shift(); file && !failed; file = queue.shift()) {
        if (stopped) throw new Failure("stopped");
        const answer = await download(file);
        await store.put(fileKey(file), answer).catch((fault) => {
          throw new Failure(fault.name === "QuotaExceededError" ? "room" : "device", { needed: total });
        });
        done += file.bytes;
        tell(done, total);
      }
    };
    tell(0, total);
    await Promise.all(Array.from({ length: AT_ONCE }, () => work().catch((fault) => { failed ||= fault; })));
    if (failed) throw failed;
  };

  /* The worker ---------------------------------------------------------------------------------------------------- */

  const worker = async () => {
    try {
      await navigator.serviceWorker.register(ROOT + "service-worker.js", { scope: ROOT });
    } catch (fault) {
      throw new Failure(fault instanceof TypeError && !navigator.onLine ? "network" : "worker");
    }
    const found = await navigator.serviceWorker.getRegistration(ROOT);
    const coming = found.installing || found.waiting;
    if (coming && !found.active) {
      await new Promise((done, fail) => coming.addEventListener("statechange", () => {
        if (coming.state === "activated") done(coming);
        if (coming.state === "redundant") fail(new Failure("worker"));
      }));
    }
    return found.active || coming;
  };

  const question = (to, what) => new Promise((done, fail) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.fault ? fail(new Failure("device")) : done(data.answer));
    to.postMessage(what, [port2]);
  });

  const tidy = async () => {
    const found = await navigator.serviceWorker.getRegistration(ROOT);
    if (found && found.active) await question(found.active, "tidy").catch(() => {});
  };

  /* The snapshot that the page on the screen is from; null if it came from the network. */
  const shown = async () => {
    const { controller } = navigator.serviceWorker;
    const id = controller && (await question(controller, "which").catch(() => null));
    return id ? read("snapshot/" + id) : null;
  };

  /* The changes --------------------------------------------------------------------------------------------------- */

  const switchTo = async (next) => {
    await write("snapshot/" + next.id, next);
    await write("current", { id: next.id });
    await tidy();
    return next;
  };

  /* Make a snapshot of these agreements as the site has them now: fetch what is missing, then switch. */
  const bring = async (slugs, tell) => {
    const before = await snapshot();
    const [shell, ...lists] = await Promise.all([list("shell.json"), ...slugs.map((slug) => list("lists/" + slug + ".json"))]);
    if (lists.some(({ build }) => build !== shell.build)) throw new Failure("publishing");
    const rows = [shell, ...lists].flatMap(({ files }) => files);
    await keep(rows.map(([address, hash, bytes]) => ({ address, hash, bytes })), tell);
    const now = new Date().toISOString();
    const agreements = lists.map((each) => {
      const old = before && before.agreements.find(({ slug, version }) => slug === each.slug && version === each.version);
      return { ...each, saved: old ? old.saved : now };
    });
    await write("checked", { at: now });
    return switchTo({ id: crypto.randomUUID(), build: shell.build, checked: now, shell, agreements });
  };

  const quietly = () => {};
  const guarded = (work) => async (...given) => {
    try {
      return await work(...given);
    } catch (fault) {
      if (fault.kind === "room") await tidy();
      throw fault instanceof Failure ? fault : new Failure("device", { fault });
    }
  };

  /* Save an agreement, and bring what is saved already to the same day: pages of one site belong together. */
  const save = guarded((slug, tell = quietly) => alone(async () => {
    await worker();
    const before = await snapshot();
    return bring([...new Set([...(before ? before.agreements.map((each) => each.slug) : []), slug])], tell);
  }));

  /* Save what every page needs, no agreement: for a site that was installed. */
  const begin = guarded(() => alone(async () => {
    await worker();
    return (await snapshot()) || bring([], quietly);
  }));

  /* Is there a newer build? Asks for one small file. */
  const isNewer = async () => {
    const before = await snapshot();
    if (!before) return false;
    const { build } = await list("build.json");
    await write("checked", { at: new Date().toISOString() });
    return build !== before.build;
  };

  /* Bring all that is saved to what the site has now; returns null if it is the same or another page is at it. */
  const update = guarded((tell = quietly) => alone(async (lock) => {
    if (!lock || !(await isNewer())) return null;
    const before = await snapshot();
    await worker();
    return bring(before.agreements.map(({ slug }) => slug), tell);
  }, { ifAvailable: true }));

  /* Remove an agreement. With the last one goes all the rest, worker included, unless the site was installed. */
  const remove = guarded((slug) => alone(async () => {
    const before = await snapshot();
    if (!before) return null;
    const agreements = before.agreements.filter((each) => each.slug !== slug);
    if (agreements.length || own.installed) {
      return switchTo({ ...before, id: crypto.randomUUID(), agreements });
    }
    await caches.delete(RECORDS);
    await caches.delete(FILES);
    const found = await navigator.serviceWorker.getRegistration(ROOT);
    if (found) await found.unregister();
    return null;
  }));

  /* Delete what pages that are closed by now still needed when the snapshot was switched. */
  const sweep = () => alone(async (lock) => {
    if (!lock || !(await caches.has(RECORDS))) return;
    const found = await (await caches.open(RECORDS)).keys();
    if (found.filter(({ url }) => url.startsWith(record("snapshot/"))).length > 1) await tidy();
  }, { ifAvailable: true });

  const stop = () => { stopped = true; };
  const checked = async () => (await read("checked"))?.at || null;
  const size = (slug) => list("sizes/" + slug + ".json");

  own.saved = { begin, checked, remove, save, shown, size, snapshot, stop, sweep, update };
})();
