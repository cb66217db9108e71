// @ts-check
/** match, categorize, gaps: parts, each with a drop-down, radio buttons or a typed gap. */

/** @param {HTMLElement} el @returns {HTMLElement[]} */
function partsOf(el) {
  return $$("[data-part]", el);
}

/**
 * @param {HTMLElement} part
 * @returns {string} "" where nothing is chosen or typed
 */
function partValue(part) {
  const field = /** @type {HTMLInputElement | null} */ (part.querySelector("select, input:not([type=radio]), input:checked"));
  return field ? field.value.trim() : "";
}

/**
 * @param {HTMLElement} part
 * @param {string} value
 */
function setPart(part, value) {
  for (const field of /** @type {HTMLInputElement[]} */ ($$("select, input", part))) {
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
}

/**
 * An order of options that gives nothing away, where the session asks for none: written
 * order would show which belongs to which.
 * @param {QuestionData} q
 * @returns {(n: number) => number}
 */
function ownRank(q) {
  let seed = 7;
  for (let i = 0; i < q.id.length; i++) seed = (Math.imul(seed, 31) + q.id.charCodeAt(i)) | 0;
  return (n) => (Math.imul(seed ^ Math.imul(n, 0x9e3779b1), 0x85ebca6b) ^ (seed >>> 11)) >>> 0;
}

/**
 * Return the number of the right option of a part; 0 where it is typed.
 * @param {QuestionData} q
 * @param {number} part
 * @returns {number}
 */
function rightOption(q, part) {
  const pair = (q.solution || []).filter((one) => one[0] === part)[0];
  if (pair) return pair[1];
  const gap = (q.gaps || []).filter((one) => one.n === part)[0];
  return gap && gap.options ? gap.options[0] : 0;
}

/**
 * Return the words of a part's right option.
 * @param {HTMLElement} host
 * @param {QuestionData} q
 * @returns {string}
 */
function rightWords(host, q) {
  const number = Number(host.dataset.part);
  const right = rightOption(q, number);
  if (!right) {
    const gap = (q.gaps || []).filter((one) => one.n === number)[0];
    return gap && gap.accept ? gap.accept[0] : "";
  }
  const option = host.querySelector(`option[value="${right}"]`) || host.querySelector(`input[value="${right}"] + span`);
  return option ? (option.textContent || "").trim() : "";
}

/** @type {Widget} */
widgets.match = {
  read: (el, q) => {
    /** @type {{[part: string]: number | string}} */
    const response = {};
    for (const part of partsOf(el)) {
      const value = partValue(part);
      if (value) response[part.dataset.part || ""] = part.querySelector("input:not([type=radio])") ? value : Number(value);
    }
    return Object.keys(response).length ? response : null;
  },
  write: (el, q, response) => {
    const given = /** @type {{[part: string]: number | string}} */ (response || {});
    for (const part of partsOf(el)) setPart(part, String(given[part.dataset.part || ""] || ""));
  },
  lock: (el, q, locked) => lockControls(el, locked),
  ready: (el, q, rank) => {
    const order = rank || ownRank(q);
    if (q.type !== "categorize") for (const list of $$("select", el)) shuffleBy(list, optionRank(order), "value");
    const rows = $(".pairs", el);
    if (rows && q.type === "categorize" && !q.fixed) shuffleBy(rows, order, "data-part");
    const key = $(".rich-key ul", el);
    if (key) shuffleBy(key, order, "data-option");
    hear(el, q.type === "gaps" ? "input" : "change");
  },
  show: (el, q, response, verdict) => {
    unmark(el);
    if (!verdict || !(verdict.showCorrect || verdict.credit === 1)) return;
    for (const part of partsOf(el)) showPart(part, q);
  },
};
widgets.categorize = widgets.match;
widgets.gaps = widgets.match;

/**
 * Mark one part, with the right words where it is wrong.
 * @param {HTMLElement} part
 * @param {QuestionData} q
 */
function showPart(part, q) {
  const right = rightOption(q, Number(part.dataset.part));
  const given = partValue(part);
  const typed = (q.gaps || []).filter((one) => one.n === Number(part.dataset.part))[0];
  const credit = right || !typed ? Number(given) === right : grade(Object.assign({}, q, { gaps: [typed] }), { [typed.n]: given }) === 1;
  if (credit) mark(part, "right");
  else mark(part, "wrong", t("Correct: {text}", { text: rightWords(part, q) }));
}

/**
 * The empty choice of a drop-down stays first.
 * @param {(n: number) => number} rank
 * @returns {(n: number) => number}
 */
function optionRank(rank) {
  return (n) => (n ? rank(n) : -1);
}
