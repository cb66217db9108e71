// @ts-check
/** Answers in the slots of *closed*, and what is typed or walked in *open* and *text*. */

/** Credit 0..1 is kept in 2520ths, which most shares divide. */
const CREDIT_STEPS = 2520;
const UNIT_SEPARATOR = "\u001f";

/**
 * What is kept of an answer. `response` is null where only the credit was kept.
 * @typedef {{response: Given | null, credit: number | null}} Kept
 */

/**
 * Return the kept answer of a question, null where there is none. An older slot of the same
 * kind speaks where the newest is empty.
 * @param {Course} course
 * @param {QuestionData} q
 * @returns {Kept | null}
 */
function readAnswer(course, q) {
  if (!q.slot) return null;
  const places = [/** @type {[number, number]} */ ([q.slot.n, q.slot.width])].concat(q.slot.older || []);
  for (const [n, width] of places) {
    const kept = readSlot(course, q, n, width);
    if (kept) return kept;
  }
  return null;
}

/**
 * @param {Course} course
 * @param {QuestionData} q
 * @param {number} n
 * @param {number} width
 * @returns {Kept | null}
 */
function readSlot(course, q, n, width) {
  const at = course.at.closed[n];
  const bits = course.state.closed;
  const size = course.data.layout.closed[n];
  const values = valuesOf(bits, at, size, width);
  if (!values.some((value) => value > 0)) return null;
  switch (q.slot.kind) {
    case "credit":
      return { credit: (values[0] - 1) / CREDIT_STEPS, response: readEntry(course, q, n) };
    case "set":
      return { credit: null, response: valuesOf(bits, at, size, 1).map((on, k) => (on && k ? k : 0)).filter(Boolean) };
    case "order":
      return { credit: null, response: values.slice(0, (q.items || []).length) };
    case "map":
      return { credit: null, response: toMap(values) };
    default:
      if (q.type === "true_false") return { credit: null, response: values[0] === 1 };
      return { credit: null, response: q.type === "scale" ? values[0] - 1 + q.low : values[0] };
  }
}

/**
 * @param {number[]} bits
 * @param {number} at
 * @param {number} size
 * @param {number} width
 * @returns {number[]}
 */
function valuesOf(bits, at, size, width) {
  const values = [];
  for (let i = 0; i + width <= size; i += width) values.push(getBits(bits, at + i, width));
  return values;
}

/**
 * @param {number[]} values of parts 1, 2, …
 * @returns {{[part: string]: number}}
 */
function toMap(values) {
  /** @type {{[part: string]: number}} */
  const map = {};
  values.forEach((value, i) => {
    if (value) map[i + 1] = value;
  });
  return map;
}

/**
 * Keep an answer. The caller judges the credit, which only `credit` slots hold.
 * @param {Course} course
 * @param {QuestionData} q
 * @param {Given | null} response null: none yet
 * @param {number | null} credit
 */
function writeAnswer(course, q, response, credit) {
  if (!q.slot) return;
  clearAnswer(course, q);
  if (response === null) return;
  const { n, width } = q.slot;
  const put = (/** @type {number} */ offset, /** @type {number} */ bits, /** @type {number} */ value) =>
    setBits(course.state.closed, course.at.closed[n] + offset, bits, value);
  if (q.slot.kind === "credit") {
    put(0, width, 1 + Math.round((credit || 0) * CREDIT_STEPS));
    writeEntry(course, q, response);
  } else if (q.slot.kind === "set") {
    for (const k of [0].concat(/** @type {number[]} */ (response))) put(k, 1, 1);
  } else if (q.slot.kind === "order") {
    /** @type {number[]} */ (response).forEach((item, i) => put(i * width, width, item));
  } else if (q.slot.kind === "map") {
    const map = /** @type {{[part: string]: number}} */ (response);
    for (const part of Object.keys(map)) put((Number(part) - 1) * width, width, Number(map[part]));
  } else {
    const value = q.type === "true_false" ? (response ? 1 : 2) : Number(response);
    put(0, width, q.type === "scale" ? value - q.low + 1 : value);
  }
}

/**
 * Forget an answer, also in older slots.
 * @param {Course} course
 * @param {QuestionData} q
 */
function clearAnswer(course, q) {
  if (!q.slot) return;
  for (const n of [q.slot.n].concat((q.slot.older || []).map((old) => old[0]))) {
    setBits(course.state.closed, course.at.closed[n], course.data.layout.closed[n], 0);
    dropEntry(course.state, n);
  }
}

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
