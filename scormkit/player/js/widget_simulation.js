// @ts-check
/** simulation: screens done one after the other, by mouse, touch or keyboard. */

/**
 * @typedef {{el: HTMLElement, q: QuestionData, done: {[screen: string]: number}, at: number,
 *   missed: boolean, note: HTMLElement, count: HTMLElement}} Walk
 */

/** @type {WeakMap<HTMLElement, Walk>} */
const walks = new WeakMap();

/** @param {Walk} walk @returns {HTMLElement[]} */
function screensOf(walk) {
  return $$(".screen", walk.el);
}

/**
 * Show the present screen only; after the last one, say how it went.
 * @param {Walk} walk
 * @param {boolean} [move] put the focus on it
 */
function drawScreen(walk, move) {
  const all = screensOf(walk);
  const over = walk.at >= all.length;
  all.forEach((screen, index) => (screen.hidden = index !== Math.min(walk.at, all.length - 1)));
  walk.count.textContent = t("Step {n} of {all}", { n: Math.min(walk.at + 1, all.length), all: all.length });
  $$(".spot", walk.el).forEach((spot) => spot.classList.remove("shown"));
  const again = $(".sim-again", walk.el);
  if (again) again.hidden = !over || walk.el.classList.contains("locked");
  $$(".sim-hint, .sim-enter", walk.el).forEach((tool) => (tool.hidden = over));
  if (over) {
    const n = Object.keys(walk.done).filter((screen) => walk.done[screen] === 1).length;
    noteOf(walk, t("Done. Right on the first try: {n} of {all}.", { n, all: all.length }), "good");
  }
  const present = all[walk.at];
  offerZoom(walk.el, all[Math.min(walk.at, all.length - 1)]);
  const enter = $(".sim-enter", walk.el);
  if (enter) enter.hidden = over || !present || !present.querySelector("input");
  if (move && present) /** @type {HTMLElement} */ (present.querySelector(".do")).focus();
}

/**
 * @param {Walk} walk
 * @param {string} words
 * @param {"good" | "bad" | ""} kind
 */
function noteOf(walk, words, kind) {
  walk.note.textContent = words;
  walk.note.className = "sim-note" + (kind ? " is-" + kind : "");
}

/**
 * Tell whether a screen is behind the learner: 1 right at the first try, 2 done, 3 tried only.
 * @param {any} done
 * @param {string | number} screen
 */
function isScreenDone(done, screen) {
  return done[screen] === 1 || done[screen] === 2;
}

/**
 * The screen no longer counts as right at the first try; that is kept, so that leaving takes nothing back.
 * @param {Walk} walk
 */
function noteMiss(walk) {
  const screen = screensOf(walk)[walk.at];
  if (walk.missed || !screen) return;
  walk.missed = true;
  walk.done[screen.dataset.screen || ""] = 3;
  changed(walk.el);
}

/**
 * The learner pressed or typed something else.
 * @param {Walk} walk
 * @param {string} words
 */
function miss(walk, words) {
  if (walk.at >= screensOf(walk).length || walk.el.classList.contains("locked")) return;
  noteOf(walk, words, "bad");
  if (walk.missed && walk.q.mode !== "test") showSpot(walk);
  noteMiss(walk);
}

/** @param {Walk} walk */
function showSpot(walk) {
  const spot = $(".screen:not([hidden]) .spot", walk.el);
  if (spot) spot.classList.add("shown");
}

/** @param {Walk} walk */
function hit(walk) {
  const screen = screensOf(walk)[walk.at];
  if (!screen || walk.el.classList.contains("locked")) return;
  walk.done[screen.dataset.screen || ""] = walk.missed ? 2 : 1;
  walk.at += 1;
  walk.missed = false;
  noteOf(walk, t("Right."), "good");
  drawScreen(walk, true);
  changed(walk.el);
  if (walk.at >= screensOf(walk).length) focusOn(walk.note); // the last place to press may be locked now
}

/**
 * @param {Walk} walk
 * @param {HTMLElement} screen
 */
function tryTyped(walk, screen) {
  const field = /** @type {HTMLInputElement} */ ($("input.spot", screen));
  const data = (walk.q.screens || []).filter((one) => String(one.n) === screen.dataset.screen)[0];
  const accept = ((data && data.accept) || []).map((text) => ({ text, credit: 1 }));
  const typed = /** @type {QuestionData} */ ({ id: "", key: "", type: "short_answer", points: 1, accept });
  if (field.value.trim() && grade(typed, field.value) === 1) hit(walk);
  else miss(walk, t("That is not what was asked for. Try again."));
}

/**
 * On a screen to type in, a press on the picture (a drawn "Search" button) enters what was typed.
 * @param {Walk} walk
 * @param {HTMLElement} screen
 * @param {boolean} inField
 */
function pressBeside(walk, screen, inField) {
  const field = /** @type {HTMLInputElement} */ ($("input.spot", screen));
  if (field.value.trim() && !inField) tryTyped(walk, screen);
  else field.focus();
}

/**
 * Lay the place to press or to type over the picture.
 * @param {Walk} walk
 * @param {HTMLElement} screen
 */
function furnish(walk, screen) {
  const data = (walk.q.screens || []).filter((one) => String(one.n) === screen.dataset.screen)[0];
  const stage = /** @type {HTMLElement} */ ($(".stage", screen));
  viewOfStage(stage);
  const label = ($(".screen-target", screen) || stage).textContent || "";
  const spot = data.accept
    ? h("input", { class: "spot", type: "text", "aria-label": label, autocomplete: "off", spellcheck: "false" })
    : h("button", { class: "spot", type: "button", "aria-label": label });
  const [left, top, width, height] = data.box.map((share) => share * 100 + "%");
  Object.assign(spot.style, { left, top, width, height });
  stage.append(spot);
  stage.addEventListener("click", (event) => {
    if (data.accept) pressBeside(walk, screen, event.target === spot);
    else if (event.target === spot) hit(walk);
    else miss(walk, t("Not there. Try again."));
  });
  spot.addEventListener("keydown", (event) => {
    if (data.accept && event.key === "Enter") {
      event.preventDefault();
      tryTyped(walk, screen);
    }
  });
  /** @type {HTMLElement} */ ($(".do", screen)).tabIndex = -1;
}

/** @param {Walk} walk */
function showHint(walk) {
  const hint = $(".screen:not([hidden]) .screen-hint", walk.el);
  if (hint) {
    hint.hidden = false;
    /** @type {HTMLDetailsElement} */ (hint).open = true;
    hint.classList.add("asked");
  }
  showSpot(walk);
  noteMiss(walk);
}

/**
 * @param {HTMLElement} el
 * @param {QuestionData} q
 * @returns {Walk}
 */
function walkOf(el, q) {
  const old = walks.get(el);
  if (old) return old;
  const note = h("p", { class: "sim-note", role: "status" });
  const count = h("p", { class: "sim-count" });
  /** @type {Walk} */
  const walk = { el, q, done: {}, at: 0, missed: false, note, count };
  walks.set(el, walk);
  const list = /** @type {HTMLElement} */ ($(".screens", el));
  list.classList.add("on");
  list.before(count);
  screensOf(walk).forEach((screen) => furnish(walk, screen));
  const enter = button(t("Enter"), () => tryTyped(walk, screensOf(walk)[walk.at]), "plain sim-enter");
  const help = q.mode === "test" ? null : button(t("Show me where"), () => showHint(walk), "plain sim-hint");
  const again = button(t("Start again"), () => restart(walk), "plain sim-again");
  list.after(note, h("div", { class: "sim-tools" }, enter, help, zoomTool(list), again));
  return walk;
}

/** @param {Walk} walk */
function emptyFields(walk) {
  $$("input.spot", walk.el).forEach((field) => (/** @type {HTMLInputElement} */ (field).value = ""));
}

/** @param {Walk} walk */
function restart(walk) {
  walk.done = {};
  walk.at = 0;
  walk.missed = false;
  emptyFields(walk);
  noteOf(walk, "", "");
  drawScreen(walk, true);
  changed(walk.el);
}

/** @type {Widget} */
widgets.simulation = {
  read: (el, q) => {
    const done = walkOf(el, q).done;
    return Object.keys(done).length ? Object.assign({}, done) : null;
  },
  write: (el, q, response) => {
    const walk = walkOf(el, q);
    walk.done = Object.assign({}, /** @type {{[screen: string]: number}} */ (response || {}));
    if (!response) emptyFields(walk);
    const all = screensOf(walk);
    const open = all.findIndex((screen) => !isScreenDone(walk.done, screen.dataset.screen || ""));
    walk.at = open < 0 ? all.length : open;
    walk.missed = open >= 0 && walk.done[all[open].dataset.screen || ""] === 3;
    noteOf(walk, "", "");
    drawScreen(walk);
  },
  lock: (el, q, locked) => {
    lockControls(el, locked);
    drawScreen(walkOf(el, q));
  },
  ready: (el, q) => drawScreen(walkOf(el, q)),
  show: () => undefined,
};
