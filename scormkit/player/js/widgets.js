// @ts-check
/** What a question's controls can do, by type of question; types.js says how. */

/** @type {{[type: string]: Widget}} */
const widgets = {};

/**
 * Order children by the rank of their option; equal ranks keep their order.
 * @param {HTMLElement} list
 * @param {((option: number) => number) | null} rank
 * @param {string} attribute where a child holds its option's number
 */
function shuffleBy(list, rank, attribute) {
  if (!rank) return;
  const children = Array.from(list.children).filter((child) => child.hasAttribute(attribute));
  const ranks = children.map((child) => rank(Number(child.getAttribute(attribute))));
  const sorted = children.map((child, index) => index).sort((a, b) => ranks[a] - ranks[b] || a - b);
  sorted.forEach((index) => list.append(children[index]));
}

/**
 * Disable or enable every control inside.
 * @param {HTMLElement} el
 * @param {boolean} locked
 */
function lockControls(el, locked) {
  const answers = $(".answers", el) || el;
  for (const control of $$("input, select, textarea, button", answers)) {
    /** @type {HTMLInputElement} */ (control).disabled = locked;
  }
  el.classList.toggle("locked", locked);
}

/**
 * Mark an option or a part as right, wrong or missed, with an icon and words.
 * @param {Element} host where the mark is put, at the end
 * @param {"right" | "wrong" | "missed"} kind missed: right, but not chosen
 * @param {string} [words]
 */
function mark(host, kind, words) {
  const said = { right: t("Correct"), wrong: t("Not correct"), missed: t("This is a right answer") };
  host.classList.add("is-" + kind);
  host.append(h("span", { class: "mark" }, icon(kind === "wrong" ? "cross" : "check"), words || said[kind]));
}

/**
 * Take all marks away.
 * @param {HTMLElement} el
 */
function unmark(el) {
  $$(".mark", el).forEach((old) => old.remove());
  for (const kind of ["right", "wrong", "missed"]) {
    $$(".is-" + kind, el).forEach((old) => old.classList.remove("is-" + kind));
  }
}

/**
 * Tell the session that the learner changed the answer of a widget.
 * @param {Element} inside any element of the question
 */
function changed(inside) {
  inside.dispatchEvent(new CustomEvent("answer", { bubbles: true }));
}
