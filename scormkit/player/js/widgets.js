// @ts-check
/**
 * What a question's controls can do, by type.
 *
 * @typedef {number | boolean | string | number[] | Record<string, number | string> | null} Response
 * @typedef {{id: string, key?: string, type: string, [more: string]: any}} QuestionData
 *   the content of data-question
 * @typedef {{credit: number | null, showCorrect: boolean}} Verdict
 *   `credit` 0..1, null where nothing is right or wrong
 * @typedef {object} Widget
 * @property {(el: HTMLElement, q: QuestionData) => Response} read
 *   what is answered now; null: nothing yet
 * @property {(el: HTMLElement, q: QuestionData, response: Response) => void} write
 *   put an answer in; null empties
 * @property {(el: HTMLElement, q: QuestionData, locked: boolean) => void} lock
 * @property {(el: HTMLElement, q: QuestionData, rank: ((option: number) => number) | null) => void} ready
 *   once per showing, before write: shuffle by rank (null: as written), set listeners
 * @property {(el: HTMLElement, q: QuestionData, response: Response, verdict: Verdict) => void} show
 *   mark what is right and wrong, in words
 */

/** @type {Record<string, Widget>} */
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
  const said = { right: t("Correct"), wrong: t("Not correct"), missed: t("Correct answer") };
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
