// @ts-check
/** Responses as SCORM 2004 writes them. */

/**
 * Spell an interaction for SCORM 2004 (RTE 4.2.9): identifiers joined by [,] and [.].
 * @param {QuestionData} q
 * @param {any} given
 * @param {number | null} credit
 * @returns {Spelled}
 */
function spell2004(q, given, credit) {
  const name = (/** @type {number} */ n) => "o" + n;
  const room = q.type === "essay" ? 4000 : 250;
  const join = (/** @type {any} */ response) =>
    responseParts(q, response, name, "[.]").map((part) => part.slice(0, room)).join("[,]");
  const number = q.type === "number" ? parseNumber(String(given), q.unit) : null;
  const type = q.type === "number" && number === null ? "fill-in" : SCORM_TYPES[q.type];
  const right = rightResponse(q);
  let patterns = right === null ? rightTexts(q).slice(0, 5).map((text) => text.slice(0, 250)) : [join(right)];
  if (q.type === "number") {
    const range = [Number(q.answer) - q.tolerance, Number(q.answer) + q.tolerance].map(decimal).join("[:]");
    patterns = number === null ? [] : [range];
  }
  const result = credit === null ? "neutral" : credit >= 1 ? "correct" : credit > 0 ? decimal(credit) : "incorrect";
  return { type, response: number === null ? join(given) : decimal(number), patterns, result };
}
