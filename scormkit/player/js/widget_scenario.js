// @ts-check
/** scenario: a story with choices; the way taken stays above as it was read. */

/** @typedef {{el: HTMLElement, q: QuestionData, way: number[], shown: HTMLElement}} Tale */

/** @type {WeakMap<HTMLElement, Tale>} */
const tales = new WeakMap();

/**
 * @param {HTMLElement} el
 * @param {QuestionData} q
 * @returns {Tale}
 */
function taleOf(el, q) {
  const old = tales.get(el);
  if (old) return old;
  const story = /** @type {HTMLElement} */ ($(".story", el));
  const shown = h("div", { class: "story-told" });
  $$(".node", story).forEach((node) => (node.hidden = true));
  story.append(shown);
  /** @type {Tale} */
  const tale = { el, q, way: [], shown };
  tales.set(el, tale);
  return tale;
}

/**
 * Return the written node, copied for telling.
 * @param {Tale} tale
 * @param {string} id
 * @returns {HTMLElement}
 */
function nodeCopy(tale, id) {
  const copy = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ ($(`.node[data-node="${id}"]`, tale.el)).cloneNode(true));
  copy.hidden = false;
  copy.removeAttribute("data-node");
  $$("[id]", copy).forEach((one) => one.removeAttribute("id"));
  return copy;
}

/**
 * Tell a node that is behind: its text, what was chosen, and what came of it.
 * @param {HTMLElement} node
 * @param {number} chosen
 */
function tellPast(node, chosen) {
  node.classList.add("past");
  for (const way of $$("[data-choice]", node)) {
    if (Number(way.dataset.choice) !== chosen) way.remove();
    else {
      way.prepend(h("p", { class: "way-note" }, t("You chose")));
      /** @type {HTMLElement} */ ($(".way", way)).classList.add("chosen-way");
    }
  }
}

/**
 * Make the choices of the present node buttons.
 * @param {Tale} tale
 * @param {HTMLElement} node
 */
function tellNow(tale, node) {
  for (const way of $$("[data-choice]", node)) {
    const text = /** @type {HTMLElement} */ ($(".way", way));
    const made = h("button", { type: "button", class: "way", click: () => choose(tale, Number(way.dataset.choice)) });
    made.append(...Array.from(text.childNodes));
    /** @type {HTMLButtonElement} */ (made).disabled = tale.el.classList.contains("locked");
    text.replaceWith(made);
    const told = $(".way-feedback", way);
    if (told) told.remove();
  }
}

/**
 * @param {Tale} tale
 * @param {HTMLElement} node
 * @param {string} end
 * @param {string[]} path the scenes of the way taken
 */
function tellEnd(tale, node, end, path) {
  const said = { good: t("A good ending"), bad: t("A bad ending"), neutral: t("The end") };
  const kind = /** @type {"good" | "bad" | "neutral"} */ (end);
  node.append(h("p", { class: "ending " + kind }, icon(kind === "bad" ? "cross" : "check"), said[kind]), scenarioMap(tale.q, path));
  if (tale.el.classList.contains("locked")) return;
  node.append(button(t("Start again"), () => retell(tale, [], true), "plain"));
}

/**
 * Tell the story along a way; return the id of the node it leads to.
 * @param {Tale} tale
 */
function tell(tale) {
  tale.shown.textContent = "";
  const nodes = tale.q.nodes || {};
  let id = tale.q.start || "";
  const path = [id];
  for (const number of tale.way) {
    const choice = (nodes[id] ? nodes[id].choices : []).filter((one) => one[0] === number)[0];
    if (!choice) break;
    const past = nodeCopy(tale, id);
    tellPast(past, number);
    tale.shown.append(past);
    id = choice[1];
    path.push(id);
  }
  const now = nodeCopy(tale, id);
  now.tabIndex = -1;
  tale.shown.append(now);
  if (nodes[id] && nodes[id].end) tellEnd(tale, now, String(nodes[id].end), path);
  else tellNow(tale, now);
}

/**
 * @param {Tale} tale
 * @param {number[]} way
 * @param {boolean} [byLearner]
 */
function retell(tale, way, byLearner) {
  tale.way = way;
  tell(tale);
  if (!byLearner) return;
  changed(tale.el); // at an end the story is locked, and told anew
  const now = /** @type {HTMLElement | null} */ (tale.shown.lastElementChild);
  if (now) now.focus();
}

/**
 * @param {Tale} tale
 * @param {number} number
 */
function choose(tale, number) {
  if (!tale.el.classList.contains("locked")) retell(tale, tale.way.concat(number), true);
}

/** @type {Widget} */
widgets.scenario = {
  read: (el, q) => (taleOf(el, q).way.length ? taleOf(el, q).way.slice() : null),
  write: (el, q, response) => retell(taleOf(el, q), listOf(response)),
  lock: (el, q, locked) => {
    el.classList.toggle("locked", locked);
    tell(taleOf(el, q));
  },
  ready: (el, q) => tell(taleOf(el, q)),
  show: () => undefined,
};
