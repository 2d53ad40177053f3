"use strict";
// The form at work. What people type is a value of a control or the text of a node, never markup.
(() => {
  const byId = id => document.getElementById(id);
  // A question may be called "constructor": what is looked up by an id has no prototype.
  const bare = object => Object.assign(Object.create(null), object);
  const data = JSON.parse(byId("data").textContent);
  const {words} = data;
  const [questions, rules, elsewhere] = [bare(data.questions), bare(data.rules), bare(data.elsewhere)];
  const STATES = ["not-applicable", "unknown"];
  const KEYS = {
    level: ["level"], checklist: ["done", "partly"], choice: ["option"], multiple: ["options"],
    "yes-no": ["answer"], number: ["value"], text: ["text"], date: ["date"],
  };
  const SHOWN = new Set([...Object.values(KEYS).flat(), ...STATES, "note", "evidence", "confidence"]);
  const EVIDENCE = ["title", "ref", "dated", "valid-until"];
  const NUMBER = /^-?\d{1,15}(\.\d{1,30})?$/;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const sections = new Map([...document.querySelectorAll(".question")].map(one => [one.dataset.id, one]));
  const all = selector => [...document.querySelectorAll(selector)];
  const copy = value => JSON.parse(JSON.stringify(value));
  const has = Object.hasOwn;
  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
  const said = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => has(values, name) ? values[name] : whole);

  let state = fresh();

  function fresh() {
    const {answers, facts, respondent} = data.made;
    return settled({answers, facts, respondent, baseline: {answers, facts}, days: {}, changed: false});
  }

  function settled(given) {
    const {answers, facts, respondent, baseline, days, changed} = copy(given);
    return {answers: bare(answers), facts: bare(facts), respondent, baseline: {answers: bare(baseline.answers), facts: bare(baseline.facts)},
      days: bare(days), changed: Boolean(changed)};
  }

  // --- Conditions: true, false, or null when nobody can tell yet. A question is asked unless it is sure to be hidden.

  function fraction(text) {
    const [above, below = "1"] = String(text).split("/");
    const [whole, part = ""] = above.split(".");
    return [BigInt(whole + part), BigInt(below) * 10n ** BigInt(part.length)];
  }

  function place(value, turns) {
    const [above, below] = fraction(value);
    let found = 0;
    for (const turn of turns.map(fraction)) {
      const [mine, its] = [above * turn[1], turn[0] * below];
      if (mine < its) break;
      if (mine === its) return found + 1;
      found += 2;
    }
    return found;
  }

  function ticked(rule, answer) {
    const [done, partly] = [answer.done ?? answer.options ?? [], answer.partly ?? []];
    if (rule.rungs) {
      const open = rule.rungs.findIndex(rung => rung.some(item => !done.includes(item)));
      return open < 0 ? rule.rungs.length : open;
    }
    const half = partly.filter(item => !done.includes(item));
    const sum = [...new Set(done)].reduce((total, item) => total + BigInt(rule.done[item]), 0n)
      + [...new Set(half)].reduce((total, item) => total + BigInt(rule.partly[item]), 0n);
    return sum < BigInt(rule.most) ? sum : BigInt(rule.most);
  }

  function compared(rule, value) {
    if (rule.includes) return (value.done ?? value.options ?? []).includes(rule.includes);
    if (rule.rungs || rule.done) return rule.holds[place(ticked(rule, value), rule.turns)];
    const one = isObject(value) ? Object.values(value)[0] : value;
    return rule.values ? rule.values.includes(String(one)) : rule.holds[place(one, rule.turns)];
  }

  const opposite = value => value === null ? null : !value;
  const both = values => values.includes(false) ? false : values.includes(null) ? null : true;

  function decide(rule, seen) {
    if (rule.all) return both(rule.all.map(one => decide(one, seen)));
    if (rule.any) return opposite(both(rule.any.map(one => opposite(decide(one, seen)))));
    if (rule.not) return opposite(decide(rule.not, seen));
    if (rule.open) return null;
    if (rule.fact) {
      const fact = state.facts[rule.fact];
      return fact === undefined || (rule.turns && !NUMBER.test(fact)) ? null : compared(rule, fact);
    }
    const [stands, value] = [standing(rule.question), valueOf(rule.question)];
    if (!applies(rule.question, seen) || stands === "not-applicable") return false;
    return stands === "answered" ? compared(rule, value) : rule.missing;
  }

  function applies(id, seen) {
    if (!seen.has(id)) seen.set(id, !rules[id] || both(rules[id].map(rule => decide(rule, seen))) !== false);
    return seen.get(id);
  }

  // --- Answers

  const answerTo = id => state.answers[id] ?? elsewhere[id] ?? {};

  function valueOf(id) {
    const answer = answerTo(id);
    return Object.fromEntries(KEYS[questions[id].type].filter(key => has(answer, key)).map(key => [key, answer[key]]));
  }

  function standing(id) {
    const answer = answerTo(id);
    const other = STATES.find(name => has(answer, name));
    if (other) return other;
    if (has(answer, "value") && !NUMBER.test(answer.value)) return "unanswered";
    return Object.keys(valueOf(id)).length ? "answered" : "unanswered";
  }

  // What keeps an answer from being whole: the control that it concerns, and why.
  function faults(section) {
    const answer = state.answers[section.dataset.id] ?? {};
    const found = [];
    if (has(answer, "not-applicable") && !answer["not-applicable"].trim())
      found.push([section.querySelector('[data-reason="not-applicable"]'), words.reasonMissing]);
    if (has(answer, "value") && !NUMBER.test(answer.value)) found.push([section.querySelector("[data-value]"), words.noNumber]);
    all(`#${CSS.escape(section.id)} .evidence li`).forEach((item, index) => {
      if (!answer.evidence?.[index]?.title?.trim()) found.push([item.querySelector('[data-part="title"]'), words.titleMissing]);
    });
    return found;
  }

  const checked = (section, selector) => [...section.querySelectorAll(selector)].filter(one => one.checked);

  function valueIn(section) {
    const [type] = KEYS[section.dataset.type];
    const marked = checked(section, "[data-value]");
    switch (section.dataset.type) {
      case "level": return marked.length ? {level: Number(marked[0].value)} : {};
      case "choice": case "yes-no": return marked.length ? {[type]: marked[0].value} : {};
      case "multiple":
        return marked.length || checked(section, "[data-none]").length ? {options: marked.map(one => one.value)} : {};
      case "checklist": {
        const of = how => marked.filter(one => one.value === how).map(one => one.dataset.item);
        const partly = of("partly");
        return marked.length ? {done: of("done"), ...(partly.length ? {partly} : {})} : {};
      }
      default: {
        const text = section.querySelector("[data-value]").value;
        return text.trim() ? {[type]: section.dataset.type === "text" ? text : text.trim()} : {};
      }
    }
  }

  function evidenceIn(section, kept) {
    return [...section.querySelectorAll(".evidence li")].map((item, index) => {
      const made = {...kept[index]};
      for (const part of EVIDENCE) {
        const text = item.querySelector(`[data-part="${part}"]`).value.trim();
        if (text) made[part] = text; else delete made[part];
      }
      return made;
    });
  }

  // What the form does not show, such as a note on a piece of evidence, stays as it was.
  function read(section) {
    const id = section.dataset.id;
    const old = state.answers[id] ?? {};
    const answer = Object.fromEntries(Object.entries(old).filter(([key]) => !SHOWN.has(key)));
    const other = checked(section, "[data-state]")[0]?.dataset.state;
    Object.assign(answer, other ? {[other]: section.querySelector(`[data-reason="${other}"]`).value} : valueIn(section));
    const note = section.querySelector("[data-note]").value;
    const confidence = checked(section, "[data-confidence]")[0]?.value;
    const evidence = evidenceIn(section, old.evidence ?? []);
    if (note.trim()) answer.note = note;
    if (confidence) answer.confidence = confidence;
    if (evidence.length) answer.evidence = evidence;
    if (Object.keys(answer).some(key => key !== "by" && key !== "on")) state.answers[id] = answer;
    else delete state.answers[id];
    state.days[id] = today();
  }

  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function fill(control, text) {
    control.value = text;
    if (control.parentNode.classList.contains("grow")) control.parentNode.dataset.text = text;
  }

  function show(section) {
    const answer = state.answers[section.dataset.id] ?? {};
    const {type} = section.dataset;
    const value = answer[KEYS[type][0]];
    for (const one of section.querySelectorAll("[data-value]")) {
      if (type === "multiple") one.checked = (answer.options ?? []).includes(one.value);
      else if (type === "checklist") {
        const how = (answer.done ?? []).includes(one.dataset.item) ? "done" : (answer.partly ?? []).includes(one.dataset.item) ? "partly" : "not";
        one.checked = ("done" in answer || "partly" in answer) && one.value === how;
      } else if (one.type === "radio") one.checked = value !== undefined && one.value === String(value);
      else fill(one, String(value ?? ""));
    }
    for (const one of section.querySelectorAll("[data-none]")) one.checked = has(answer, "options") && !answer.options.length;
    for (const one of section.querySelectorAll("[data-state]")) one.checked = has(answer, one.dataset.state);
    for (const one of section.querySelectorAll("[data-reason]")) fill(one, answer[one.dataset.reason] ?? "");
    fill(section.querySelector("[data-note]"), answer.note ?? "");
    for (const one of section.querySelectorAll("[data-confidence]")) one.checked = one.value === (answer.confidence ?? "");
    section.querySelector(".evidence").replaceChildren();
    for (const piece of answer.evidence ?? []) addEvidence(section, piece);
    section.querySelector("details.more").open = Boolean(answer.note || answer.evidence || answer.confidence);
  }

  let pieces = 0;

  function addEvidence(section, piece = {}) {
    const item = byId("evidence").content.cloneNode(true).firstElementChild;
    pieces += 1;
    for (const field of item.querySelectorAll(".field")) {
      const control = field.querySelector("[data-part]");
      control.id = `evidence-${pieces}-${control.dataset.part}`;
      field.querySelector("label").htmlFor = control.id;
      control.value = piece[control.dataset.part] ?? "";
      const error = field.querySelector(".error");
      if (error) control.setAttribute("aria-describedby", error.id = `${control.id}-error`);
    }
    section.querySelector(".evidence").append(item);
    return item;
  }

  // --- The page: which questions are open, what is done, what is missing

  let opened = null;

  function draw({telling = false} = {}) {
    const seen = new Map();
    const open = [...sections.keys()].filter(id => applies(id, seen));
    const now = new Set(open);
    for (const [id, section] of sections) {
      section.hidden = !now.has(id);
      const stands = standing(id);
      const whole = stands !== "unanswered" && !faults(section).length;
      section.dataset.stands = whole ? stands : "unanswered";
      const isAsBefore = isSame(state.answers[id], data.made.answers[id]);
      section.querySelector(".stands").textContent = [words.states[whole || stands === "unanswered" ? stands : "incomplete"],
        ...(isAsBefore && stands !== "unanswered" ? [words.asBefore] : [])].join(", ");
      for (const one of section.querySelectorAll(".before")) one.hidden = isAsBefore;
      section.querySelector("[data-clear]").hidden = !Object.keys(valueOf(id)).length && stands === "unanswered";
      const other = checked(section, "[data-state]")[0]?.dataset.state;
      for (const one of section.querySelectorAll(".reason")) one.hidden = one.dataset.for !== other;
      for (const one of section.querySelectorAll("[data-value], [data-none]")) if (one.type !== "radio" || section.dataset.type === "checklist") one.disabled = Boolean(other);
    }
    for (const area of all(".area")) drawArea(area, now);
    const done = open.filter(id => sections.get(id).dataset.stands !== "unanswered");
    byId("progress").max = Math.max(open.length, 1);
    byId("progress").value = done.length;
    byId("count").textContent = said(words.progress, {done: done.length, all: open.length});
    drawMissing(open.filter(id => !done.includes(id)));
    if (telling && opened) tellOpened(opened, now);
    opened = now;
  }

  function drawArea(area, now) {
    const inside = [...area.querySelectorAll(".question")].filter(one => now.has(one.dataset.id));
    const done = inside.filter(one => one.dataset.stands !== "unanswered").length;
    const count = document.querySelector(`[data-counts="${CSS.escape(area.id)}"]`);
    count.textContent = inside.length ? said(words.areaProgress, {done, all: inside.length}) : words.nothingAsked;
    area.querySelector(".nothing").hidden = inside.length > 0;
  }

  function drawMissing(ids) {
    const facts = all(".fact").filter(one => data.deciding.includes(one.dataset.fact) && state.facts[one.dataset.fact] === undefined);
    const links = [...facts, ...ids.map(id => sections.get(id))].map(one => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${one.id}`;
      link.textContent = one.dataset.title;
      item.append(link);
      return item;
    });
    byId("missing").replaceChildren(...links);
    byId("complete").hidden = links.length > 0;
    byId("next").disabled = !links.length;
  }

  function tellOpened(before, now) {
    const names = ids => ids.map(id => sections.get(id).dataset.title).join("; ");
    const [more, less] = [[...now].filter(id => !before.has(id)), [...before].filter(id => !now.has(id))];
    const parts = [];
    if (more.length) parts.push(said(words.opened, {names: names(more)}));
    if (less.length) parts.push(said(words.closed, {names: names(less)}));
    if (parts.length) tell(parts.join(" "));
  }

  function tell(text, {problem = false} = {}) {
    byId("problem").textContent = problem ? text : "";
    byId("notice").textContent = problem ? "" : text;
    byId("heard").hidden = !text;
  }

  function mark(section) {
    const found = new Map(section.classList.contains("question") ? faults(section) : factFault(section));
    for (const field of section.querySelectorAll(".field")) {
      const [control, error] = [field.querySelector("input, textarea, select"), field.querySelector(".error")];
      if (!error) continue;
      error.textContent = found.get(control) ?? "";
      control.toggleAttribute("aria-invalid", false);
      if (found.has(control)) control.setAttribute("aria-invalid", "true");
    }
    return found.size;
  }

  function goTo(target) {
    target.scrollIntoView({block: "start"});
    (target.querySelector("[tabindex='-1'], input") ?? target).focus({preventScroll: true});
  }

  // --- Facts, and who answers

  const factFault = section => {
    const value = state.facts[section.dataset.fact];
    return section.dataset.type === "number" && value !== undefined && !NUMBER.test(value) ? [[section.querySelector("input"), words.noNumber]] : [];
  };

  function readFact(section) {
    const input = section.querySelector("[data-fact-value]:checked, [data-fact-value]:not([type=radio])");
    const value = !input ? "" : input.type === "radio" ? input.value === "yes" : input.value.trim();
    if (value === "") delete state.facts[section.dataset.fact]; else state.facts[section.dataset.fact] = value;
  }

  function showFact(section) {
    const value = state.facts[section.dataset.fact];
    for (const one of section.querySelectorAll("[data-fact-value]")) {
      if (one.type === "radio") one.checked = value !== undefined && (one.value === "yes") === value;
      else one.value = value ?? "";
    }
  }

  const slug = text => text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

  function readPerson() {
    const [role, other, name] = ["role", "other-role", "name"].map(id => byId(id).value.trim());
    byId("other").hidden = role !== ":other";
    const known = data.people.find(one => one.id === role);
    const id = known ? known.id : role === ":other" && other ? slug(other) || "respondent" : "";
    const called = name || known?.name;
    state.respondent = id ? {id, role: known ? known.title : other, ...(called ? {name: called} : {})} : null;
  }

  function showPerson() {
    const person = state.respondent;
    const known = person && data.people.some(one => one.id === person.id && one.title === person.role);
    byId("role").value = known ? person.id : person ? ":other" : "";
    byId("other-role").value = person && !known ? person.role : "";
    byId("name").value = person?.name ?? "";
    byId("other").hidden = byId("role").value !== ":other";
  }

  function showAll() {
    sections.forEach(show);
    all(".fact").forEach(showFact);
    showPerson();
    draw();
    [...sections.values(), ...all(".fact")].forEach(mark);
  }

  // --- What this browser keeps

  let timer = 0;
  let isKeeping = true;

  function keep() {
    clearTimeout(timer);
    timer = 0;
    try {
      localStorage.setItem(data.key, JSON.stringify(state));
      const time = new Date().toLocaleTimeString([], {hour: "2-digit", minute: "2-digit"});
      byId("kept").textContent = said(words.kept, {time});
      isKeeping = true;
    } catch {
      byId("kept").textContent = words.notKept;
      if (isKeeping) tell(words.notKept, {problem: true});
      isKeeping = false;
    }
  }

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(data.key) ?? "null");
      return isObject(found) && !problemOf({...fileOf(found), framework: data.framework}) && isObject(found.days) ? found : null;
    } catch {
      return null;
    }
  }

  function changed(section) {
    state.changed = true;
    if (byId("notice").textContent) tell("");
    draw({telling: true});
    byId("kept").textContent = words.keeping;
    if (!timer) timer = setTimeout(keep, 400);
    if (section) mark(section);
  }

  // --- Files

  const sorted = value => Array.isArray(value) ? value.map(sorted)
    : isObject(value) ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])])) : value;
  const isSame = (one, other) => JSON.stringify(sorted(one ?? {})) === JSON.stringify(sorted(other ?? {}));

  // A fact that is a number is written as one; in the form it is the text that was typed.
  const written = facts => Object.fromEntries(Object.entries(facts).map(([id, value]) =>
    [id, data.facts[id] === "number" && NUMBER.test(value) ? Number(value) : value]));
  const typed = facts => Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, typeof value === "number" ? String(value) : value]));

  function fileOf(from) {
    const answers = {};
    for (const [id, answer] of Object.entries(from.answers)) {
      const before = from.baseline.answers[id] ?? {};
      answers[id] = isSame(answer, before) ? before : signed(answer, from, id);
    }
    return {readiness: "answers/1", framework: data.framework, respondent: from.respondent,
      facts: written(from.facts), answers, baseline: {answers: from.baseline.answers, facts: written(from.baseline.facts)}};
  }

  // A changed answer is the word of the one who answers now, not of whoever answered last time.
  function signed(answer, from, id) {
    const {by, on, ...rest} = answer;
    if (has(rest, "unknown") && !rest.unknown.trim()) rest.unknown = words.untold;
    return {...rest, ...(from.respondent ? {by: from.respondent.id} : {}), ...(from.days[id] ? {on: from.days[id]} : on ? {on} : {})};
  }

  function save() {
    const wrong = [...sections.values()].filter(one => !one.hidden && mark(one)).length + all(".fact").filter(mark).length;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(fileOf(state), null, 1)}\n`], {type: "application/json"}));
    link.download = [data.framework.id, state.respondent?.id, "answers.json"].filter(Boolean).join("-");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    state.changed = false;
    keep();
    tell(said(wrong ? words.savedWithFaults : words.saved, {file: link.download}));
  }

  function fits(id, answer) {
    const {type, choices = []} = questions[id];
    const among = value => Array.isArray(value) && value.every(one => choices.includes(one));
    const right = {
      level: value => choices.includes(String(value)), option: value => choices.includes(value), answer: value => ["yes", "no"].includes(value),
      done: among, partly: among, options: among, confidence: value => ["low", "medium", "high"].includes(value),
      evidence: value => Array.isArray(value) && value.every(one => isObject(one) && Object.values(one).every(part => typeof part === "string")),
      date: value => DAY.test(value), value: value => ["string", "number"].includes(typeof value),
    };
    const allowed = new Set([...KEYS[type], ...STATES, "note", "evidence", "confidence", "by", "on"]);
    return isObject(answer) && Object.entries(answer).every(([key, value]) =>
      allowed.has(key) && (has(right, key) ? right[key](value) : typeof value === "string"));
  }

  function problemOf(file) {
    if (!isObject(file) || file.readiness !== "answers/1" || !isObject(file.framework)) return words.noForm;
    const {id, version, digest} = file.framework;
    if (id !== data.framework.id) return said(words.otherFramework, {theirs: String(id), ours: data.framework.id});
    if (version !== data.framework.version) return said(words.otherVersion, {theirs: String(version), ours: data.framework.version});
    if (digest !== data.framework.digest) return words.otherQuestions;
    if (![file.facts, file.answers, file.baseline, file.baseline?.answers, file.baseline?.facts].every(isObject)) return words.noForm;
    const person = file.respondent;
    if (person !== null && !(isObject(person) && typeof person.id === "string" && typeof person.role === "string")) return words.noForm;
    const fact = Object.keys(file.facts).find(one => !has(data.facts, one) || !["boolean", "string", "number"].includes(typeof file.facts[one]));
    const wrong = fact ?? Object.keys(file.answers).find(one => !sections.has(one) || !fits(one, file.answers[one]));
    return wrong === undefined ? null : said(words.strange, {id: wrong});
  }

  async function load(file) {
    let found = null;
    try {
      found = file.size < 20e6 ? JSON.parse(await file.text()) : null;
    } catch { /* what is no JSON is no file of this form */ }
    const problem = problemOf(found);
    if (problem) return tell(said(words.notLoaded, {file: file.name, why: problem}), {problem: true});
    if (state.changed && !await ask(words.replace, words.doReplace)) return undefined;
    const {respondent, facts, answers, baseline} = found;
    const days = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answer.on]).filter(([, on]) => on));
    const before = {answers: baseline.answers, facts: typed(baseline.facts)};
    state = settled({respondent, facts: typed(facts), answers, baseline: before, days, changed: false});
    showAll();
    keep();
    return tell(said(words.loaded, {file: file.name}));
  }

  function ask(text, yes) {
    const dialog = byId("ask");
    byId("ask-text").textContent = text;
    byId("ask-yes").textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise(resolve => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), {once: true}));
  }

  async function erase() {
    if (!await ask(words.erase, words.doErase)) return;
    clearTimeout(timer);
    timer = 0;
    try { localStorage.removeItem(data.key); } catch { /* nothing is kept where nothing can be */ }
    state = fresh();
    showAll();
    byId("kept").textContent = "";
    tell(words.erased);
  }

  // --- What people do

  document.addEventListener("input", ({target}) => {
    const [section, fact] = [target.closest(".question"), target.closest(".fact")];
    if (target.parentNode.classList.contains("grow")) target.parentNode.dataset.text = target.value;
    if (section) {
      if (target.checked && "state" in target.dataset) for (const one of checked(section, "[data-state]")) one.checked = one === target;
      if (target.checked && "none" in target.dataset) for (const one of checked(section, "[data-value]")) one.checked = false;
      if (target.checked && "value" in target.dataset) for (const one of checked(section, "[data-none]")) one.checked = false;
      read(section);
    } else if (fact) readFact(fact);
    else if (target.closest("#who")) readPerson();
    else return;
    // A message about a text that is still being typed would come too early; one that is there may go.
    changed();
    if (target.hasAttribute("aria-invalid")) mark(section ?? fact);
  });
  document.addEventListener("change", ({target}) => {
    if (target.matches("[data-file-name]") && target.files.length) {
      const ref = target.closest("li").querySelector('[data-part="ref"]');
      ref.value = target.files[0].name;
      target.value = "";
      read(target.closest(".question"));
      changed(target.closest(".question"));
    } else if (target.id === "file" && target.files.length) {
      load(target.files[0]);
      target.value = "";
    } else {
      const section = target.closest(".question, .fact");
      if (section && !target.matches("[data-state]")) mark(section);
    }
  });
  document.addEventListener("click", ({target}) => {
    const section = target.closest(".question");
    if (target.matches("[data-save]")) save();
    else if (target.matches("[data-load]")) byId("file").click();
    else if (target.id === "erase") erase();
    else if (target.id === "print") print();
    else if (target.id === "heard") tell("");
    else if (target.id === "ask-yes" || target.id === "ask-no") byId("ask").close(target.id === "ask-yes" ? "yes" : "");
    else if (target.id === "next") next();
    else if (target.matches("[data-add]")) {
      addEvidence(section).querySelector("input").focus();
      read(section);
      changed();
    } else if (target.matches("[data-take]")) target.closest("li").querySelector("[data-file-name]").click();
    else if (target.matches("[data-remove]")) {
      const item = target.closest("li");
      const index = [...item.parentNode.children].indexOf(item);
      item.remove();
      state.answers[section.dataset.id]?.evidence?.splice(index, 1);
      read(section);
      changed(section);
      section.querySelector("[data-add]").focus();
    } else if (target.matches("[data-clear]")) clear(section);
    else if (target.matches("#missing a, #contents a")) {
      const place = byId(decodeURIComponent(target.hash.slice(1)));
      if (place) setTimeout(goTo, 0, place);
    }
  });

  function clear(section) {
    for (const one of section.querySelectorAll("[data-value], [data-none], [data-state]")) {
      if (one.type === "radio" || one.type === "checkbox") one.checked = false; else fill(one, "");
    }
    for (const one of section.querySelectorAll("[data-reason]")) fill(one, "");
    read(section);
    changed(section);
    goTo(section);
  }

  function next() {
    const open = [...byId("missing").querySelectorAll("a")].map(link => byId(decodeURIComponent(link.hash.slice(1))));
    const from = document.activeElement.closest(".question, .fact") ?? last;
    const after = from && open.find(one => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    goTo(after ?? open[0]);
  }

  let last = null;
  document.addEventListener("focusin", ({target}) => { last = target.closest(".question, .fact") ?? last; });

  addEventListener("beforeunload", event => { if (state.changed) event.preventDefault(); });
  addEventListener("pagehide", () => { if (timer) keep(); });
  addEventListener("storage", event => { if (event.key === data.key) tell(words.otherWindow, {problem: true}); });

  // On paper there is a line for everything that can be written.
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = all("details.more:not([open])");
    for (const one of shut) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of shut) one.open = false; });

  const before = kept();
  if (before) state = settled(before);
  showAll();
  byId("contents").open = matchMedia("(min-width: 64rem)").matches;
  if (before) tell(words.resumed);
  for (const one of all("[data-needs-script]")) one.hidden = false;
})();
