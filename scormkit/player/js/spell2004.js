// @ts-check
/** Responses as SCORM 2004 writes them. */

/** A fill-in has at most ten parts (RTE 4.2.9.1). */
const FILL_IN_PARTS = 10;

/**
 * Tell whether a pattern may stand: LMSs refuse one that says a part twice.
 * @param {string} pattern
 */
function isPattern(pattern) {
  const parts = pattern.split("[,]");
  return parts.every((part, i) => parts.indexOf(part) === i);
}

/**
 * Spell an interaction for SCORM 2004 (RTE 4.2.9): identifiers joined by [,] and [.]. A line break
 * becomes a space, since LMSs refuse a text of several lines.
 * @param {QuestionData} q
 * @param {any} given
 * @param {number | null} credit
 * @param {boolean} [whole] for xAPI, which has the same spelling without its limits
 * @returns {Spelled}
 */
function spell2004(q, given, credit, whole) {
  const name = (/** @type {number} */ n) => "o" + n;
  const room = q.type === "essay" ? 4000 : 250;
  const join = (/** @type {any} */ response) =>
    responseParts(q, response, name, "[.]").map((part) => whole ? part : part.replace(/\s*[\n\r\u2028\u2029]\s*/g, " ").slice(0, room)).join("[,]");
  const number = q.type === "number" ? parseNumber(String(given), q.unit) : null;
  let type = q.type === "number" && number === null ? "fill-in" : typeOf(q);
  if (!whole && type === "fill-in" && q.type === "gaps" && q.gaps.length > FILL_IN_PARTS) type = "other";
  const right = rightResponse(q);
  let patterns = right === null ? rightTexts(q).slice(0, 5).map((text) => text.slice(0, 250)) : [join(right)].filter(isPattern);
  if (q.type === "number") {
    const range = [Number(q.answer) - q.tolerance, Number(q.answer) + q.tolerance].map(decimal).join("[:]");
    patterns = number === null ? [] : [range];
  }
  const result = credit === null ? "neutral" : credit >= 1 ? "correct" : credit > 0 ? decimal(credit) : "incorrect";
  return { type, response: number === null ? join(given) : decimal(number), patterns, result };
}
