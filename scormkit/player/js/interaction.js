// @ts-check
/** A question and its response in the words of SCORM: type, response, right response, result. */

/**
 * @typedef {{type: string, response: string, patterns: string[], result: string}} Spelled
 */

/** Types by the standards' names; 1.2 has no long-fill-in. */
const SCORM_TYPES = {
  choice: "choice", multiple: "choice", hotspot: "choice", true_false: "true-false", short_answer: "fill-in",
  number: "numeric", match: "matching", categorize: "matching", order: "sequencing", gaps: "fill-in",
  simulation: "performance", scenario: "performance", scale: "likert", essay: "long-fill-in",
};

/**
 * Tell whether all gaps are drop-downs: such a text is matched, not filled in.
 * @param {QuestionData} q
 */
function isChosen(q) {
  return q.type === "gaps" && q.gaps.every((gap) => !!gap.options);
}

/**
 * @param {QuestionData} q
 * @returns {string} the standards' name of its type
 */
function typeOf(q) {
  return isChosen(q) ? "matching" : SCORM_TYPES[q.type];
}

/**
 * Return the parts of a response as they are joined; identifiers are letters and numbers.
 * @param {QuestionData} q
 * @param {any} given
 * @param {(n: number) => string} name of an option
 * @param {string} pair what stands between the sides of a pair
 * @returns {string[]}
 */
function responseParts(q, given, name, pair) {
  switch (q.type) {
    case "multiple": case "hotspot": case "order":
      return given.map(name);
    case "scenario": // a pair of step and choice: LMSs refuse a step without its answer
      return given.map((/** @type {number} */ n, /** @type {number} */ i) => name(i + 1) + pair + name(n));
    case "match": case "categorize": case "simulation":
      return Object.keys(given).map((part) => name(Number(part)) + pair + name(given[part]));
    case "gaps":
      if (isChosen(q)) return Object.keys(given).map((gap) => name(Number(gap)) + pair + name(given[gap]));
      return gapsInOrder(q).map((gap) => String(given[gap.n] === undefined ? "" : given[gap.n]));
    case "choice": case "scale":
      return [name(given)];
    default:
      return [String(given)];
  }
}

/**
 * Return the response that is right, null where there is no single one.
 * @param {QuestionData} q
 * @returns {any}
 */
function rightResponse(q) {
  switch (q.type) {
    case "choice": return (q.answers.find((one) => one[1] === 1) || [null])[0];
    case "multiple": case "hotspot": {
      const right = q.answers.filter((one) => one[1]).map((one) => one[0]);
      return right.length ? right : null; // a survey's has none
    }
    case "true_false": return q.answer;
    case "match": case "categorize": return q.solution.reduce((map, [a, b]) => Object.assign(map, { [a]: b }), {});
    case "order": return q.items;
    case "simulation": return q.screens.reduce((map, one) => Object.assign(map, { [one.n]: 1 }), {});
    case "gaps":
      return q.gaps.reduce((map, gap) => Object.assign(map, { [gap.n]: gap.options ? gap.options[0] : gap.accept[0] }), {});
    default: return null;
  }
}

/**
 * @param {QuestionData} q
 * @returns {string[]} texts that are right as they stand
 */
function rightTexts(q) {
  return (q.accept || []).filter((one) => one.credit === 1 && !one.regex).map((one) => one.text);
}
