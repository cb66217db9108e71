// @ts-check
/** What a response earns, 0..1 of the points. grader.py is the reference. */

/**
 * Return the credit of a response, null for a question that is never graded.
 * @param {QuestionData} q
 * @param {any} response null: not answered
 * @returns {number | null}
 */
function grade(q, response) {
  if (q.type === "scale" || q.type === "essay") return null;
  if (response === null || response === undefined) return 0;
  const credit = graders[q.type](q, response);
  return q.all && credit < 1 ? 0 : Math.min(1, Math.max(0, credit));
}

/**
 * Return the place of the accepted entry that a typed text earns by, -1 for none.
 * @param {QuestionData} q short_answer
 * @param {string} text
 * @returns {number}
 */
function matchAccepted(q, text) {
  const typed = fold(text, q.case, q.exact);
  let best = -1;
  (q.accept || []).forEach((entry, i) => {
    const hit = entry.regex ? new RegExp("^(?:" + entry.text + ")$", "u").test(typed)
      : fold(entry.text, q.case, q.exact) === typed;
    if (hit && (best < 0 || entry.credit > q.accept[best].credit)) best = i;
  });
  return best;
}

/**
 * Tell whether what stands in a gap is right.
 * @param {QuestionData} q
 * @param {GapData} gap
 * @param {string | number | undefined} given
 * @returns {boolean}
 */
function gapRight(q, gap, given) {
  if (gap.options) return given === gap.options[0];
  if (typeof given !== "string") return false;
  const typed = fold(given, q.case, q.exact);
  return (gap.accept || []).some((text) => fold(text, q.case, q.exact) === typed);
}

/**
 * @param {QuestionData} q
 * @param {number[]} chosen
 * @returns {number}
 */
function gradeSet(q, chosen) {
  let right = 0;
  let hits = 0;
  for (const [n, correct] of q.answers) {
    right += correct;
    if (chosen.includes(n)) hits += correct || -1;
  }
  return right ? hits / right : 0;
}

/**
 * @param {QuestionData} q
 * @param {{[part: string]: number}} given
 * @returns {number}
 */
function gradeMap(q, given) {
  return share(q.solution, (pair) => given[pair[0]] === pair[1]);
}

/**
 * Return the share of things that hold.
 * @template T
 * @param {T[]} all
 * @param {(one: T, index: number) => boolean} holds
 * @returns {number}
 */
function share(all, holds) {
  return all.length ? all.filter(holds).length / all.length : 0;
}

/**
 * @param {QuestionData} q
 * @param {string} text
 * @returns {number}
 */
function gradeNumber(q, text) {
  const typed = parseNumber(String(text), q.unit);
  const answer = Number(q.answer);
  if (typed === null) return 0;
  // 0.1 + 0.2 is not 0.3: what the last bits differ by is no difference.
  const slack = 1e-12 * Math.max(Math.abs(typed), Math.abs(answer), q.tolerance);
  return Math.abs(typed - answer) <= q.tolerance + slack ? 1 : 0;
}

/**
 * Follow a way through a scenario, as far as its choices exist.
 * @param {QuestionData} q
 * @param {number[]} way choice numbers
 * @returns {{points: number, end: string | undefined, node: string}}
 */
function walk(q, way) {
  let node = q.start;
  let points = 0;
  for (const n of way) {
    const choice = q.nodes[node].choices.find((one) => one[0] === n);
    if (!choice) break;
    node = choice[1];
    points += choice[2];
  }
  return { points, end: q.nodes[node].end, node };
}

/**
 * @param {QuestionData} q
 * @param {number[]} way
 * @returns {number}
 */
function gradeScenario(q, way) {
  const { points, end } = walk(q, way);
  if (q.best > 0) return points / q.best;
  return end && end !== "bad" ? 1 : 0; // a story without points: any end but a bad one
}

/** @type {{[type: string]: (q: QuestionData, response: any) => number}} */
const graders = {
  choice: (q, n) => (q.answers.find((one) => one[0] === n) || [0, 0])[1],
  multiple: gradeSet,
  hotspot: gradeSet,
  true_false: (q, answer) => (answer === q.answer ? 1 : 0),
  short_answer: (q, text) => {
    const entry = matchAccepted(q, String(text));
    return entry < 0 ? 0 : q.accept[entry].credit;
  },
  number: gradeNumber,
  match: gradeMap,
  categorize: gradeMap,
  order: (q, given) => share(q.items, (n, i) => given[i] === n),
  gaps: (q, given) => share(q.gaps, (gap) => gapRight(q, gap, given[gap.n])),
  simulation: (q, done) => share(q.screens, (screen) => done[screen.n] === 1),
  scenario: gradeScenario,
};
