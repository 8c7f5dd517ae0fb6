"use strict";
// What the page can do beyond being read: any two articles side by side, and stepping
// through differences with the keyboard. Everything it shows is taken from the page.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // make builds an element; strings become text, never markup.
  function make(tag, attributes = {}, ...children) {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    e.append(...children);
    return e;
  }

  const texts = $$("article.text");
  const nameOf = (text) => text.dataset.no + " " + text.dataset.label;
  const side = $("#side");
  let picks, panes, status;
  let steps = []; // the differences between the two, in order
  let step = -1;
  let inSide = false; // where j and k step: through the two, or through the page

  // ---- Side by side

  function buildSide() {
    if (texts.length < 2) return;
    picks = ["Left", "Right"].map((where) => {
      const select = make("select", {}, ...texts.map((t, i) => make("option", { value: i }, nameOf(t))));
      select.addEventListener("change", () => { inSide = true; show(); });
      return { select, label: make("label", {}, where, select) };
    });
    panes = picks.map(() => make("div", { class: "pane", tabindex: "0", role: "region" }));
    status = make("p", { class: "status", role: "status" });
    side.append(
      make("h2", { id: "side-h" }, "Side by side"),
      make("p", { class: "hint" }, "Sentences with the same number match; point at one to see the words in which they differ. Those in grey, without a number, have no match in the other article. ",
        make("kbd", {}, "j"), " and ", make("kbd", {}, "k"), " step through the differences."),
      make("div", { class: "pickers" }, picks[0].label, picks[1].label),
      make("div", { class: "panes" }, ...panes), status);
    side.hidden = false;
    side.addEventListener("focusin", () => { inSide = true; });
    side.addEventListener("pointerdown", () => { inSide = true; });
    panes.forEach((pane) => {
      pane.addEventListener("mouseover", (e) => join(e.target.closest(".s"), false));
      pane.addEventListener("click", (e) => join(e.target.closest(".s"), true));
    });
    const first = $$(".story .headlines a.outlet").slice(0, 2).map((a) => texts.findIndex((t) => "#" + t.id === a.getAttribute("href")));
    [picks[0].select.value, picks[1].select.value] = first.length === 2 ? first : [0, 1];
    $(".toc a[href='#texts']").parentNode.before(make("li", {}, make("a", { href: "#side" }, "Side by side")));
    show();
    $$(".pairs > li").forEach(addButton);
  }

  // addButton lets a pair be put side by side from the list of pairs.
  function addButton(li) {
    const two = $$("p > a.outlet", li).slice(0, 2).map((a) => texts.findIndex((t) => "#" + t.id === a.getAttribute("href")));
    if (two.length < 2 || two.includes(-1)) return;
    const button = make("button", { type: "button" }, "Side by side");
    button.addEventListener("click", () => {
      [picks[0].select.value, picks[1].select.value] = two;
      show();
      side.scrollIntoView();
      panes[0].focus({ preventScroll: true });
    });
    $("p", li).append(" ", button);
  }

  function show() {
    const two = picks.map((p) => texts[p.select.value]);
    panes.forEach((pane, i) => fill(pane, two[i], two[1 - i]));
    link(two);
    steps = differences();
    step = -1;
    const linked = $$(".s.linked", panes[0]).length;
    status.textContent = two[0] === two[1] ? "The same article on both sides." :
      `${linked} sentences of ${nameOf(two[0])} have a match in ${nameOf(two[1])}; ${steps.length} differences.`;
  }

  // fill puts a copy of a text into a pane, without what would stand there twice.
  function fill(pane, text, other) {
    const body = $(".body", text).cloneNode(true);
    $$("sup", body).forEach((e) => e.remove());
    $$("[id]", body).forEach((e) => {
      if (e.classList.contains("s")) e.dataset.id = e.id;
      e.removeAttribute("id");
    });
    $$(".c", body).forEach((e) => {
      if (!(e.dataset.with || "").split(" ").includes(other.dataset.no)) e.classList.remove("c");
    });
    $$(".s", body).forEach((e) => e.classList.remove("own"));
    pane.replaceChildren(make("h3", { class: "kicker" }, nameOf(text)), body);
    if (text.lang) body.lang = text.lang;
    pane.setAttribute("aria-label", nameOf(text));
    pane.scrollTop = 0;
  }

  // link joins the sentences of both panes that the page says match.
  function link(two) {
    const right = new Map($$(".s", panes[1]).map((s) => [s.dataset.id, s]));
    const left = new Map($$(".s", panes[0]).map((s) => [s.dataset.id, s]));
    for (const s of [...left.values(), ...right.values()]) s.mates = [];
    if (two[0] !== two[1]) {
      addMates(two[0], two[1], left, right);
      addMates(two[1], two[0], right, left);
    }
    let number = 0;
    for (const s of left.values()) if (s.mates.length) s.dataset.pair = ++number;
    for (const s of right.values()) if (s.mates.length) s.dataset.pair = s.mates.map((m) => m.dataset.pair).sort((x, y) => x - y).join(" ");
    for (const s of [...left.values(), ...right.values()]) {
      s.classList.add(s.mates.length ? "linked" : "alone-here");
      if (s.mates.length) s.differs = markWords(s, s.mates[0]);
    }
  }

  function addMates(text, other, here, there) {
    for (const e of $$(".s[data-m]", text)) {
      const start = e.dataset.m.split(" ").find((m) => m.startsWith(other.dataset.no + ":"));
      const s = here.get(e.id);
      const mate = start && there.get("t" + other.id.slice(1) + "-" + start.split(":")[1]);
      if (!s || !mate) continue;
      if (!s.mates.includes(mate)) s.mates.push(mate);
      if (!mate.mates.includes(s)) mate.mates.push(s);
    }
  }

  // ---- Words

  // wordsOf lists the words of an element with where they stand.
  function wordsOf(element) {
    const out = [];
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (const m of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        out.push({ node, start: m.index, end: m.index + m[0].length, word: m[0].toLowerCase() });
      }
    }
    return out;
  }

  // markWords marks the words of a sentence that its match lacks, by the longest
  // common subsequence of both; it reports whether there are any.
  function markWords(sentence, mate) {
    const a = wordsOf(sentence), b = wordsOf(mate);
    if (a.length > 300 || b.length > 300) return true;
    const kept = commonWords(a.map((w) => w.word), b.map((w) => w.word));
    const own = [];
    a.forEach((w, i) => {
      const last = own[own.length - 1];
      if (kept.has(i)) return;
      if (last && last.at === i - 1 && last.node === w.node) Object.assign(last, { end: w.end, at: i });
      else own.push({ ...w, at: i });
    });
    for (const w of own.reverse()) { // from the end, so that earlier places stay true
      const range = document.createRange();
      range.setStart(w.node, w.start);
      range.setEnd(w.node, w.end);
      range.surroundContents(make("span", { class: "w" }));
    }
    return own.length > 0;
  }

  function commonWords(a, b) {
    const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    const kept = new Set();
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) { kept.add(i); i++; j++; }
      else if (best[i + 1][j] >= best[i][j + 1]) i++;
      else j++;
    }
    return kept;
  }

  // ---- Joining and stepping

  // join lights a sentence and its matches up and brings the first match level with it.
  function join(sentence, move) {
    $$(".on", side).forEach((e) => e.classList.remove("on"));
    if (!sentence || !sentence.mates || !sentence.mates.length) return;
    for (const s of [sentence, ...sentence.mates]) s.classList.add("on");
    const mate = sentence.mates[0];
    const pane = mate.closest(".pane");
    const box = mate.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    if (move || box.top < frame.top || box.bottom > frame.bottom) {
      const level = sentence.getBoundingClientRect().top - sentence.closest(".pane").getBoundingClientRect().top;
      pane.scrollTop += box.top - frame.top - level;
    }
  }

  // differences lists what the two do not share, in the order of the left one; what is
  // on the right alone follows the match before it.
  function differences() {
    const place = new Map($$(".s", panes[0]).map((s, i) => [s, i]));
    const out = [...place].filter(([s]) => !s.mates.length || s.differs).map(([s, i]) => ({ s, at: i }));
    let last = -1;
    for (const s of $$(".s", panes[1])) {
      if (s.mates.length) last = Math.max(...s.mates.map((m) => place.get(m)));
      else out.push({ s, at: last + 0.5 });
    }
    return out.sort((x, y) => x.at - y.at).map((x) => x.s);
  }

  function stepSide(by) {
    if (!steps.length) return;
    step = step < 0 ? (by > 0 ? 0 : steps.length - 1) : (step + by + steps.length) % steps.length;
    const s = steps[step];
    $$(".here", side).forEach((e) => e.classList.remove("here"));
    s.classList.add("here");
    s.tabIndex = -1;
    const pane = s.closest(".pane");
    pane.scrollTop += s.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
    s.focus({ preventScroll: true });
    join(s, true);
    const at = pane.getAttribute("aria-label");
    status.textContent = `${step + 1} of ${steps.length}: ` + (s.mates.length ? `worded otherwise in ${at}` : `in ${at} alone`);
  }

  function stepPage(by) {
    const rows = $$(".step").filter((e) => e.checkVisibility ? e.checkVisibility({ contentVisibilityAuto: false }) : e.offsetParent);
    if (!rows.length) return;
    const now = rows.indexOf(document.activeElement.closest(".step"));
    const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by));
    rows[next].focus({ preventScroll: true });
    rows[next].scrollIntoView({ block: "center" });
  }

  // ---- Keys

  const help = make("dialog", { "aria-labelledby": "keys-h" },
    make("h2", { id: "keys-h" }, "Keys"),
    make("dl", {},
      make("dt", {}, make("kbd", {}, "j")), make("dd", {}, "next difference"),
      make("dt", {}, make("kbd", {}, "k")), make("dd", {}, "difference before"),
      make("dt", {}, make("kbd", {}, "s")), make("dd", {}, "to the texts side by side, and back"),
      make("dt", {}, make("kbd", {}, "?")), make("dd", {}, "these keys"),
      make("dt", {}, make("kbd", {}, "Esc")), make("dd", {}, "close")),
    make("form", { method: "dialog" }, make("p", {}, make("button", {}, "Close"))));

  function swap() {
    if (side.hidden) return;
    inSide = !inSide;
    if (inSide) {
      side.scrollIntoView();
      panes[0].focus({ preventScroll: true });
    } else {
      stepPage(1);
    }
  }

  const keys = {
    j: () => inSide ? stepSide(1) : stepPage(1),
    k: () => inSide ? stepSide(-1) : stepPage(-1),
    s: swap,
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open || e.target.closest("select, input, textarea")) return;
    if (keys[e.key]) {
      e.preventDefault();
      keys[e.key]();
    }
  });
  $("main").addEventListener("focusin", (e) => { inSide = side.contains(e.target); });

  // ---- What is folded opens when it is linked to, and for printing

  function unfold() {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (target) target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = $$("details:not([open])");
    folded.forEach((d) => { d.open = true; });
  });
  window.addEventListener("afterprint", () => folded.forEach((d) => { d.open = false; }));

  document.body.append(help);
  $("body > footer p").append(" With a keyboard: ", make("kbd", {}, "j"), " and ", make("kbd", {}, "k"),
    " step through differences, ", make("kbd", {}, "?"), " lists the keys.");
  buildSide();
  if (location.hash) unfold();
})();
