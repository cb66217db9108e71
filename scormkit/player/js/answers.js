// @ts-check
/** Answers in the slots of *closed*. */

/** Credit 0..1 is kept in 2520ths, which most shares divide. */
const CREDIT_STEPS = 2520;

/**
 * What is kept of an answer. `response` is null where only the credit was kept.
 * @typedef {{response: Given | null, credit: number | null}} Kept
 */

/**
 * Return the kept answer of a question, null where there is none. An older slot that was outgrown
 * speaks where it holds something else than the newer one would have left there: a version of the
 * course that knows no newer slot wrote it since.
 * @param {Course} course
 * @param {QuestionData} q
 * @returns {Kept | null}
 */
function readAnswer(course, q) {
  if (!q.slot) return null;
  let { n, width } = q.slot;
  for (const [older, narrow] of q.slot.older || []) {
    const then = valuesIn(course, older, narrow);
    const left = fitted(q.slot.kind, valuesIn(course, n, width), then.length, narrow);
    if (then.some(Boolean) && then.join() !== left.join()) [n, width] = [older, narrow];
  }
  return readSlot(course, q, n, width);
}

/**
 * @param {Course} course
 * @param {QuestionData} q
 * @param {number} n
 * @param {number} width
 * @returns {Kept | null}
 */
function readSlot(course, q, n, width) {
  const values = valuesIn(course, n, width);
  if (!values.some((value) => value > 0)) return null;
  switch (q.slot.kind) {
    case "credit":
      return { credit: (values[0] - 1) / CREDIT_STEPS, response: readEntry(course, q, n) };
    case "set":
      return { credit: null, response: values.map((on, k) => (on && k ? k : 0)).filter(Boolean) };
    case "order":
      return { credit: null, response: values.filter((item) => (q.items || []).includes(item)) };
    case "map":
      return { credit: null, response: toMap(values) };
    default:
      if (q.type === "true_false") return { credit: null, response: values[0] === 1 };
      return { credit: null, response: q.type === "scale" ? values[0] - 1 + q.low : values[0] };
  }
}

/**
 * @param {Course} course
 * @param {number} n of a slot of *closed*
 * @param {number} width of a value in it
 * @returns {number[]}
 */
function valuesIn(course, n, width) {
  return valuesOf(course.state.closed, course.at.closed[n], course.data.layout.closed[n], width);
}

/**
 * Return what of an answer a slot can hold: a narrow one has no room for options that came later.
 * @param {SlotData["kind"]} kind
 * @param {number[]} values
 * @param {number} places
 * @param {number} width
 * @returns {number[]}
 */
function fitted(kind, values, places, width) {
  const fit = values.map((value) => (value < 2 ** width ? value : 0));
  const kept = kind === "order" ? firstMade(fit, places) : fit;
  return Array.from({ length: places }, (none, i) => kept[i] || 0);
}

/**
 * Return an order without the items that came last, so that the others keep theirs.
 * @param {number[]} items
 * @param {number} most
 * @returns {number[]}
 */
function firstMade(items, most) {
  const made = items.filter(Boolean).sort((a, b) => a - b).slice(0, most);
  return items.filter((item) => made.includes(item));
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
  const values = valuesFor(q, response, credit);
  for (const [n, width] of placesOf(q)) {
    const size = course.data.layout.closed[n];
    const fit = fitted(q.slot.kind, values, Math.floor(size / width), width);
    fit.forEach((value, i) => setBits(course.state.closed, course.at.closed[n] + i * width, width, value));
  }
  if (q.slot.kind === "credit") writeEntry(course, q, response);
}

/**
 * Return the values of an answer as they stand in its slot, one after the other.
 * @param {QuestionData} q
 * @param {Given} response
 * @param {number | null} credit
 * @returns {number[]}
 */
function valuesFor(q, response, credit) {
  /** @type {number[]} */
  const values = [];
  switch (q.slot.kind) {
    case "credit":
      return [1 + Math.round((credit || 0) * CREDIT_STEPS)];
    case "set":
      for (const k of [0].concat(/** @type {number[]} */ (response))) values[k] = 1;
      return Array.from(values, (value) => value || 0);
    case "order":
      return /** @type {number[]} */ (response);
    case "map": {
      const map = /** @type {{[part: string]: number}} */ (response);
      for (const part of Object.keys(map)) values[Number(part) - 1] = Number(map[part]);
      return Array.from(values, (value) => value || 0);
    }
    default:
      if (q.type === "true_false") return [response ? 1 : 2];
      return [q.type === "scale" ? Number(response) - q.low + 1 : Number(response)];
  }
}

/**
 * Return the slots of a question, the newest first: [number, width].
 * @param {QuestionData} q
 * @returns {Array<[number, number]>}
 */
function placesOf(q) {
  return [/** @type {[number, number]} */ ([q.slot.n, q.slot.width])].concat(q.slot.older || []);
}

/**
 * Forget an answer, also in older slots.
 * @param {Course} course
 * @param {QuestionData} q
 */
function clearAnswer(course, q) {
  if (!q.slot) return;
  for (const [n] of placesOf(q)) {
    noteChange(course, "c" + n);
    setBits(course.state.closed, course.at.closed[n], course.data.layout.closed[n], 0);
    dropEntry(course.state, n);
  }
}
