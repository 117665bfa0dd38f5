/* Choosing, on the first page: a workplace and a trade from all that there are. What is chosen stands there as links, and can be
   changed and forgotten.
   Needs: element, mine, mineIndex, mineLook. Gives: nothing. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});
  const { element } = own;
  const { link, chosen } = own.mineLook;
  const place = document.querySelector("[data-mine]");
  const names = () => [own.mineIndex.locals.map((each) => each[4])[0], own.mineIndex.units.map((each) => each[2])[0]];

  const field = (called, options, now, change) => {
    const label = element("label", "", say`My ${called}`);
    const select = element("select");
    select.append(new Option(say`none chosen`, ""), ...options.map(([id, name]) => new Option(name, id)));
    select.value = now ? now.id : "";
    select.addEventListener("change", () => change(select.value));
    label.append(select);
    return label;
  };

  const links = ({ local, unit }) => {
    const lines = [];
    const line = (called, ...parts) => {
      const made = element("p");
      made.append(element("b", "", say`Your ${called}`), " ", ...parts);
      lines.push(made);
    };
    if (local) line(local.called, link(local.name, `${local.slug}/`));
    if (unit) {
      const articles = Object.values(unit.editions).flatMap(([, each]) => each);
      line(unit.called, ...articles.flatMap(([title, url], at) => [at ? ", " : "", link(title, url)]));
    }
    return lines;
  };

  const show = async (said = "") => {
    const now = await chosen();
    const [local, unit] = names();
    const change = (part) => (value) => {
      const done = own.mine.keep({ ...own.mine.kept(), [part]: value });
      show(done ? (value ? say`Kept on this device` : say`Forgotten`) : say`This browser keeps nothing`);
    };
    const box = element("details");
    box.open = Boolean(said);
    const heard = element("p", "mine-said", said);
    heard.setAttribute("role", "status");
    const fields = [
      ...(local ? [field(local, own.mineIndex.locals, now.local, change("local"))] : []),
      ...(unit ? [field(unit, own.mineIndex.units, now.unit, change("unit"))] : []),
    ];
    const about = element("p", "", say`Kept on this device only. Pages then show what is yours beside the text.`);
    const forget = element("button", "", say`Forget`);
    forget.type = "button";
    forget.hidden = !now.local && !now.unit;
    forget.addEventListener("click", () => { own.mine.keep({}); show(say`Forgotten`); });
    const first = local || unit;
    const summary = element("summary", "", now.local || now.unit ? say`Change` : local && unit ? say`Choose my ${local} and my ${unit}` : say`Choose my ${first}`);
    box.append(summary, ...fields, about, forget, heard);
    const focused = place.contains(document.activeElement) && document.activeElement.tagName;
    place.replaceChildren(...links(now), box);
    place.hidden = false;
    if (focused) place.querySelector(focused === "SELECT" ? "select" : "summary").focus();
  };

  show().catch(() => {});
})();
