// @ts-check
/** What is typed or walked: entries of the sections *text* and *open*, newest first. */

const UNIT_SEPARATOR = "\u001f";

/**
 * @param {State} state
 * @param {number} n
 */
function dropEntry(state, n) {
  state.open = state.open.filter((entry) => entry[0] !== n);
  state.text = state.text.filter((entry) => entry[0] !== n);
}

/**
 * Put what was typed or walked in front of the other entries.
 * @param {Course} course
 * @param {QuestionData} q
 * @param {Given} response
 */
function writeEntry(course, q, response) {
  const n = q.slot.n;
  if (q.type === "scenario") course.state.open.unshift([n, numbersToDigits(/** @type {number[]} */ (response))]);
  else if (q.type === "simulation") {
    const done = /** @type {{[screen: string]: number}} */ (response);
    course.state.open.unshift([n, numbersToDigits(screenNumbers(q).map((screen) => done[screen] || 0))]);
  } else course.state.text.unshift([n, textToDigits(typedText(q, response))]);
}

/**
 * @param {QuestionData} q
 * @returns {number[]} ascending
 */
function screenNumbers(q) {
  return (q.screens || []).map((screen) => screen.n).sort((a, b) => a - b);
}

/**
 * @param {QuestionData} q
 * @returns {GapData[]} in order of number
 */
function gapsInOrder(q) {
  return (q.gaps || []).slice().sort((a, b) => a.n - b.n);
}

/**
 * Return a typed response as one text; gaps are joined in order of number.
 * @param {QuestionData} q
 * @param {Given} response
 * @returns {string}
 */
function typedText(q, response) {
  if (q.type !== "gaps") return String(response);
  const given = /** @type {{[gap: string]: string | number}} */ (response);
  return gapsInOrder(q).map((gap) => (given[gap.n] === undefined ? "" : String(given[gap.n]))).join(UNIT_SEPARATOR);
}

/**
 * @param {Course} course
 * @param {QuestionData} q
 * @param {number} n
 * @returns {Given | null} null where the entry found no room
 */
function readEntry(course, q, n) {
  const section = q.type === "scenario" || q.type === "simulation" ? course.state.open : course.state.text;
  const entry = section.find((one) => one[0] === n);
  if (!entry) return null;
  if (q.type === "scenario") return digitsToNumbers(entry[1]);
  if (q.type === "simulation") {
    const numbers = screenNumbers(q);
    /** @type {{[screen: string]: number}} */
    const done = {};
    digitsToNumbers(entry[1]).forEach((value, i) => {
      if (value && numbers[i]) done[numbers[i]] = value;
    });
    return done;
  }
  const text = digitsToText(entry[1]);
  return text !== null && q.type === "gaps" ? splitGaps(q, text) : text;
}

/**
 * @param {QuestionData} q
 * @param {string} text
 * @returns {{[gap: string]: string | number}}
 */
function splitGaps(q, text) {
  /** @type {{[gap: string]: string | number}} */
  const given = {};
  const texts = text.split(UNIT_SEPARATOR);
  gapsInOrder(q).forEach((gap, i) => {
    if (texts[i]) given[gap.n] = gap.options ? Number(texts[i]) : texts[i];
  });
  return given;
}
