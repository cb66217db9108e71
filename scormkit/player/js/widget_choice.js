// @ts-check
/** choice, multiple, true_false, scale: native radio buttons and check boxes. */

/**
 * @param {HTMLElement} el
 * @returns {HTMLInputElement[]}
 */
function optionInputs(el) {
  return /** @type {HTMLInputElement[]} */ ($$(".answers input", el));
}

/**
 * @param {HTMLElement} el
 * @returns {number[]} the numbers of the checked options, ascending
 */
function checkedOptions(el) {
  return optionInputs(el).filter((one) => one.checked).map((one) => Number(one.value)).sort((a, b) => a - b);
}

/**
 * Check exactly these options.
 * @param {HTMLElement} el
 * @param {number[]} numbers
 */
function checkOptions(el, numbers) {
  for (const one of optionInputs(el)) one.checked = numbers.includes(Number(one.value));
}

/**
 * @param {HTMLElement} el
 * @param {QuestionData} q
 * @param {((option: number) => number) | null} rank
 */
function readyOptions(el, q, rank) {
  const list = $(".answers", el);
  if (list) shuffleBy(list, rank, "data-option");
  if (!el.dataset.ready) el.addEventListener("change", () => changed(el));
  el.dataset.ready = "1";
}

/**
 * Mark chosen options as right or wrong, and the missed ones where they may be shown.
 * @param {HTMLElement} el
 * @param {number[]} chosen
 * @param {number[]} right
 * @param {Verdict} verdict
 */
function showOptions(el, chosen, right, verdict) {
  unmark(el);
  if (verdict.credit === null) return;
  for (const one of optionInputs(el)) {
    const number = Number(one.value);
    const host = one.closest("[data-option]");
    if (!host) continue;
    const correct = right.includes(number);
    if (chosen.includes(number)) {
      if (verdict.showCorrect || verdict.credit >= 1) mark(host, correct ? "right" : "wrong");
    } else if (correct && verdict.showCorrect) mark(host, "missed");
  }
}

/** @type {Widget} */
const choiceWidget = {
  read: (el) => checkedOptions(el)[0] || null,
  write: (el, q, response) => checkOptions(el, response === null ? [] : [Number(response)]),
  lock: (el, q, locked) => lockControls(el, locked),
  ready: readyOptions,
  show: (el, q, response, verdict) => showOptions(el, response === null ? [] : [Number(response)], rightOptions(q), verdict),
};
widgets.choice = choiceWidget;

/** @type {Widget} */
widgets.scale = Object.assign({}, choiceWidget, {
  read: (/** @type {HTMLElement} */ el) => (checkedOptions(el).length ? checkedOptions(el)[0] : null),
  ready: (/** @type {HTMLElement} */ el, /** @type {QuestionData} */ q) => readyOptions(el, q, null),
  show: () => undefined,
});

/** @type {Widget} */
widgets.multiple = Object.assign({}, choiceWidget, {
  read: (/** @type {HTMLElement} */ el) => (checkedOptions(el).length ? checkedOptions(el) : null),
  write: (/** @type {HTMLElement} */ el, /** @type {QuestionData} */ q, /** @type {Response} */ response) =>
    checkOptions(el, Array.isArray(response) ? response : []),
  show: (/** @type {HTMLElement} */ el, /** @type {QuestionData} */ q, /** @type {Response} */ response, /** @type {Verdict} */ verdict) =>
    showOptions(el, Array.isArray(response) ? response : [], rightOptions(q), verdict),
});

/** Values 1 (true) and 2 (false) stand for the two answers. @type {Widget} */
widgets.true_false = {
  read: (el) => (checkedOptions(el).length ? checkedOptions(el)[0] === 1 : null),
  write: (el, q, response) => checkOptions(el, response === null ? [] : [response ? 1 : 2]),
  lock: (el, q, locked) => lockControls(el, locked),
  ready: (el, q) => readyOptions(el, q, null),
  show: (el, q, response, verdict) =>
    showOptions(el, response === null ? [] : [response ? 1 : 2], [q.answer ? 1 : 2], verdict),
};

/**
 * Return the numbers of the right options.
 * @param {QuestionData} q
 * @returns {number[]}
 */
function rightOptions(q) {
  return q.right || [];
}
