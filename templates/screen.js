"use strict";
// The report at work. What the engine found is unfolded, sorted and searched here; nothing is scored again.
(async () => {
  const byId = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const made = (tag, text = "", values = {}) => Object.assign(document.createElement(tag), {textContent: text}, values);
  const {parts, trying} = await unpacked(byId("folded").textContent);
  const {words} = trying;
  const said = (text, values) => text.replace(/\{([\w-]+)\}/g, (whole, name) => values[name] ?? whole);

  unfold();
  foldQuestions();
  follow();
  all("main table").forEach(makeSortable);
  search();
  tryOthers();
  byId("folded-note").hidden = true;
  document.documentElement.dataset.ready = "yes";

  // --- What paper leaves out is packed: as text it would be half of the file.

  async function unpacked(text) {
    const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=>?@^_`{|}~";
    const value = new Map([...signs].map((sign, place) => [sign, place]));
    const missing = (5 - text.length % 5) % 5;
    const bytes = new DataView(new ArrayBuffer((text.length + missing) / 5 * 4));
    (text + "~".repeat(missing)).match(/.{5}/g).forEach((five, place) =>
      bytes.setUint32(4 * place, [...five].reduce((sum, sign) => 85 * sum + value.get(sign), 0)));
    const stream = new Blob([bytes.buffer.slice(0, bytes.byteLength - missing)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  function unfold() {
    document.body.insertAdjacentHTML("beforeend", parts.at(-1));
    for (let places = all("[data-more]"); places.length; places = all("[data-more]")) {
      for (const place of places) {
        place.innerHTML = parts[place.dataset.more];
        delete place.dataset.more;
        if (place.tagName === "TBODY") {
          place.previousElementSibling.append(...place.rows);
          place.remove();
        }
      }
    }
  }

  function foldQuestions() {
    const questions = all("details.question");
    const turn = open => questions.forEach(one => { one.open = open; });
    const button = byId("open-all");
    const show = () => {
      for (let one = byId(decodeURIComponent(location.hash.slice(1))); one; one = one.parentElement) {
        if (one.tagName === "DETAILS") one.open = true;
      }
    };
    let open = false;
    turn(open);
    button.hidden = !questions.length;
    button.addEventListener("click", () => {
      turn(open = !open);
      button.textContent = open ? words["close-all"] : words["open-all"];
    });
    let before = [];
    addEventListener("beforeprint", () => { before = questions.filter(one => !one.open); turn(true); });
    addEventListener("afterprint", () => before.forEach(one => { one.open = false; }));
    addEventListener("hashchange", show);
    if (location.hash) {
      show();
      byId(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }
  }

  function follow() {
    const links = new Map(all(".follow a").map(link => [link.hash.slice(1), link]));
    const mark = id => links.forEach((link, own) => {
      if (own === id) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView?.({block: "nearest"});
      } else link.removeAttribute("aria-current");
    });
    const seen = new IntersectionObserver(found => found.filter(one => one.isIntersecting).forEach(one => mark(one.target.id)),
      {rootMargin: "-20% 0px -75%"});
    all("main > section").forEach(one => seen.observe(one));
  }

  // --- Sorting

  function makeSortable(table) {
    const [body] = table.tBodies;
    const heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
    if (table.tBodies.length !== 1 || body.rows.length < 4 || table.matches(".cards, .plan *") || body.querySelector("[colspan]")) return;
    heads.forEach((head, column) => {
      if (head.classList.contains("strip") || !head.textContent.trim()) return;
      const button = made("button", "", {type: "button", className: "sort"});
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(one => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(body, column, down ? -1 : 1);
      });
    });
  }

  function sort(body, column, way) {
    const rows = [...body.rows];
    const last = rows.filter(row => row.classList.contains("overall"));
    const texts = new Map(rows.map(row => [row, row.cells[column].textContent.trim()]));
    const keys = new Map(rows.map(row => [row, key(texts.get(row))]));
    const isNumber = [...keys.values()].filter(one => one !== null).length * 2 > rows.length;
    const compare = (one, other) => isNumber
      ? (keys.get(one) ?? -Infinity) - (keys.get(other) ?? -Infinity) || 0
      : texts.get(one).localeCompare(texts.get(other), document.documentElement.lang, {numeric: true});
    body.append(...rows.filter(row => !last.includes(row)).sort((one, other) => way * compare(one, other)), ...last);
  }

  // The first number of a text; of a month or a quarter with its year, the month.
  function key(text) {
    const year = text.match(/\b(?:19|20)\d\d\b/);
    if (year) {
      const day = new Date(2000, 0);
      const isNamed = (_, month) => text.includes(new Intl.DateTimeFormat(document.documentElement.lang, {month: "long"})
        .format(day.setMonth(month)));
      const quarter = text.match(/[Qq](\d)/);
      return 12 * year[0] + (quarter ? 3 * quarter[1] : Array.from({length: 12}, isNamed).indexOf(true));
    }
    const plain = text.replaceAll(words.thousands, "").replace("−", "-").replaceAll(words.point, ".");
    const found = plain.match(/^[^\p{L}\d-]*(-?)[^\p{L}\d]*(\d+(?:\.\d+)?)(m?)/u);
    return found ? Number(found[1] + found[2]) * (found[3] ? 1e6 : 1) : null;
  }

  // --- Search

  function search() {
    const [field, count, list] = [byId("find"), byId("found-count"), byId("found")];
    const shown = 20;
    let entries = null;
    let waiting = 0;
    const gathered = () => all("details.question, tbody tr, dl > div, main h2, main h3, main > section > p")
      .filter(one => one.tagName === "DETAILS" || !one.closest("details"))
      .map(one => [one, one.textContent.toLowerCase()]);
    const look = () => {
      entries ??= gathered();
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = wanted.length ? entries.filter(([, text]) => wanted.every(word => text.includes(word))) : [];
      const text = found.length > shown ? words["found-some"] : found.length ? words.found : words["found-none"];
      count.textContent = wanted.length ? said(text, {count: found.length, shown}) : "";
      list.replaceChildren(...found.slice(0, shown).map(([one], number) => {
        one.id ||= `place-${number}-${entries.findIndex(([other]) => other === one)}`;
        const chapter = one.closest("main > section")?.querySelector(".kicker")?.textContent ?? "";
        const about = (one.querySelector("summary b, th, dt") ?? one).textContent.trim().slice(0, 90);
        const item = made("li");
        item.append(made("a", about, {href: `#${encodeURIComponent(one.id)}`}), made("span", ` ${chapter}`));
        return item;
      }));
    };
    field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 150); });
    byId("tools").hidden = false;
  }

  // --- What if: each single effect is the engine's own; what does not add up exactly is not added.

  function tryOthers() {
    const answers = new Map();
    const dropped = new Set();
    const forms = new Map();
    for (const [id, question] of Object.entries(trying.questions)) {
      const place = byId(`q-${id}`);
      if (!place) continue;
      const select = made("select");
      select.append(new Option(words["as-is"], ""), ...question.others.map(([, label], number) => new Option(label, number)));
      const label = made("label", `${words.suppose} `, {className: "try"});
      label.append(select);
      const told = made("p", "", {className: "note"});
      place.querySelector("summary").after(label, told);
      forms.set(select, told);
      select.addEventListener("change", () => {
        if (select.value) answers.set(id, question.others[select.value]);
        else answers.delete(id);
        told.textContent = select.value ? effect(id, answers.get(id)) : "";
        tell();
      });
    }
    for (const [number] of Object.entries(trying.actions)) {
      const place = byId(`action-${number}`)?.parentElement.querySelector("th");
      const box = made("input", "", {type: "checkbox"});
      const label = made("label", ` ${said(words.without, {number})}`, {className: "try"});
      label.prepend(box);
      place?.append(label);
      forms.set(box, null);
      box.addEventListener("change", () => { dropped[box.checked ? "add" : "delete"](number); tell(); });
    }
    byId("tray-clear").addEventListener("click", () => {
      answers.clear();
      dropped.clear();
      forms.forEach((told, control) => {
        if (told) [control.value, told.textContent] = ["", ""];
        else control.checked = false;
      });
      tell();
      byId("main").focus();
    });
    byId("tray-copy").addEventListener("click", async () => {
      const command = byId("tray-command");
      getSelection().selectAllChildren(command);
      await navigator.clipboard?.writeText(command.textContent);
      byId("tray-copied").textContent = words.copied;
    });

    function tell() {
      const tray = byId("tray");
      tray.hidden = !(answers.size || dropped.size);
      document.documentElement.classList.toggle("trying", !tray.hidden);
      byId("tray-copied").textContent = "";
      const lines = [...answers].map(([id, other]) => `${topic(id)}, ${other[1]}: ${effect(id, other)}`);
      byId("tray-list").replaceChildren(...[...lines, ...losses()].map(text => made("li", text)));
      byId("tray-sum").textContent = [answers.size > 1 ? together() : "", manyDropped() ? words.plan : ""].join(" ").trim();
      byId("tray-command").textContent = commands().join("\n");
    }

    const topic = id => byId(`q-${id}`).querySelector("summary b").textContent;

    function effect(id, [, , then, areaThen, change, gates]) {
      const [area, areaNow] = trying.areas[trying.questions[id].area];
      const overall = change === "0" ? words.same : then === trying.said ? words.near : words.overall;
      const whole = said(overall, {then, now: trying.said});
      const part = areaThen === areaNow ? "" : said(words.area, {area, then: areaThen, now: areaNow});
      const held = gates ? said(gates < 0 ? words.fewer : words.more, {count: Math.abs(gates)}) : "";
      return [whole, part, held].filter(Boolean).join(" ");
    }

    // An action whose fall takes another one with it says so itself.
    function falling() {
      const covered = new Set([...dropped].flatMap(number => trying.actions[number].also));
      return [...dropped].filter(number => !covered.has(number));
    }

    const losses = () => falling().map(number => `${number}: ${trying.actions[number].why}`);
    const manyDropped = () => falling().length > 1;

    function together() {
      const knots = [...answers.keys()].map(id => trying.questions[id].knots);
      const flat = knots.flat();
      const changes = [...answers.values()].map(other => other[4]);
      const adds = !knots.includes(null) && new Set(flat).size === flat.length && !changes.includes(null);
      return adds ? said(words.together, {now: trying.said, then: scoreText([trying.now, ...changes].map(fraction).reduce(sum))})
        : words["not-together"];
    }

    function commands() {
      const supposed = [...answers].map(([id, other]) => `${id}=${other[0]}`);
      const without = [...dropped].map(number => `--without ${trying.actions[number].id}`);
      return [
        ...(supposed.length ? [`readiness what-if ${trying.file} ${supposed.join(" ")}`] : []),
        ...(without.length ? [`readiness plan ${trying.file} ${without.join(" ")}`] : []),
      ];
    }
  }

  function fraction(text) {
    const [above, below = "1"] = text.split("/");
    return [BigInt(above), BigInt(below)];
  }

  function sum([a, b], [c, d]) {
    return [a * d + c * b, b * d];
  }

  // Two decimals, rounded as the report rounds: never across a level or the target.
  function scoreText([above, below]) {
    const floor = (a, b) => a / b - (a % b && (a < 0n) !== (b < 0n) ? 1n : 0n);
    const lowered = floor(100n * above, below);
    let shown = floor(200n * above + below, 2n * below);
    const lines = [[-floor(-above, below), 1n], ...(trying.target ? [fraction(trying.target)] : [])];
    const isBelow = ([a, b]) => above * b < a * below && a * 100n <= shown * b;
    const isAbove = ([a, b]) => above * b > a * below && a * 100n >= shown * b;
    if (lines.some(isBelow)) shown = lowered;
    if (trying.worse && lines.slice(1).some(isAbove)) shown = -floor(-100n * above, below);
    return `${shown / 100n}${words.point}${String(shown % 100n).padStart(2, "0")}`;
  }
})();
