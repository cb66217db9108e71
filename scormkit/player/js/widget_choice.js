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
 * Send "answer" when a control changes; once per element, however often a widget is readied.
 * @param {HTMLElement} el
 * @param {string} type of the event to listen to
 */
function hear(el, type) {
  if (!el.dataset.hears) el.addEventListener(type, (event) => {
    if (/** @type {Element} */ (event.target).closest(".answers")) changed(el);
  });
  el.dataset.hears = "1";
}

/**
 * @param {HTMLElement} el
 * @param {QuestionData} q
 * @param {((n: number) => number) | null} rank
 */
function readyOptions(el, q, rank) {
  const list = $(".answers", el);
  if (list) shuffleBy(list, rank, "data-option");
  hear(el, "change");
}

/**
 * Mark chosen options as right or wrong, and the missed ones where they may be shown.
 * @param {HTMLElement} el
 * @param {number[]} chosen
 * @param {number[]} right
 * @param {{credit: number, showCorrect: boolean} | null} verdict
 */
function showOptions(el, chosen, right, verdict) {
  unmark(el);
  if (!verdict) return;
  for (const one of optionInputs(el)) {
    const host = one.closest("[data-option]");
    const correct = right.includes(Number(one.value));
    if (!host || !(verdict.showCorrect || (one.checked && verdict.credit === 1))) continue;
    if (chosen.includes(Number(one.value))) mark(host, correct ? "right" : "wrong");
    else if (correct) mark(host, "missed");
  }
}

/**
 * Return the numbers of the options that earn the most.
 * @param {QuestionData} q
 * @returns {number[]}
 */
function rightOptions(q) {
  return (q.answers || []).filter((one) => one[1] === 1).map((one) => one[0]);
}

/** @param {Given | null} response @returns {number[]} */
function listOf(response) {
  return Array.isArray(response) ? response : response === null ? [] : [Number(response)];
}

/** @type {Widget} */
widgets.choice = {
  read: (el) => (checkedOptions(el).length ? checkedOptions(el)[0] : null),
  write: (el, q, response) => checkOptions(el, listOf(response)),
  lock: (el, q, locked) => lockControls(el, locked),
  ready: readyOptions,
  show: (el, q, response, verdict) => showOptions(el, listOf(response), rightOptions(q), verdict),
};

/** @type {Widget} */
widgets.multiple = {
  read: (el) => (checkedOptions(el).length ? checkedOptions(el) : null),
  write: widgets.choice.write,
  lock: widgets.choice.lock,
  ready: readyOptions,
  show: widgets.choice.show,
};

/** @type {Widget} */
widgets.scale = {
  read: widgets.choice.read,
  write: widgets.choice.write,
  lock: widgets.choice.lock,
  ready: (el) => hear(el, "change"),
  show: () => undefined,
};

/** Options 1 and 2 are true and false. @type {Widget} */
widgets.true_false = {
  read: (el) => (checkedOptions(el).length ? checkedOptions(el)[0] === 1 : null),
  write: (el, q, response) => checkOptions(el, response === null ? [] : [response ? 1 : 2]),
  lock: widgets.choice.lock,
  ready: (el) => hear(el, "change"),
  show: (el, q, response, verdict) =>
    showOptions(el, response === null ? [] : [response ? 1 : 2], [q.answer ? 1 : 2], verdict),
};
