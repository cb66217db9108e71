// @ts-check
/** Responses as SCORM 1.2 writes them. */

/**
 * Spell an interaction for SCORM 1.2 (RTE 3.4.7, formats of CMI001): single characters, commas.
 * @param {QuestionData} q
 * @param {any} given
 * @param {number | null} credit
 * @returns {Spelled}
 */
function spell12(q, given, credit) {
  const name = (/** @type {number} */ n) => (n < 36 ? n.toString(36) : "z");
  const plain = (/** @type {string} */ text) => text.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, 255);
  const join = (/** @type {any} */ response) => plain(responseParts(q, response, name, ".").join(","));
  const number = q.type === "number" ? parseNumber(String(given), q.unit) : null;
  let type = q.type === "essay" || (q.type === "number" && number === null) ? "fill-in" : typeOf(q);
  if (q.type === "scale" && (given < 0 || given > 35)) type = "numeric";
  let response = number === null ? join(given) : String(number);
  if (type === "numeric" && q.type === "scale") response = String(given);
  const right = rightResponse(q);
  /** @type {string[]} */
  let patterns = right === null ? rightTexts(q).slice(0, 1).map(plain) : [join(right)];
  if (q.type === "true_false") {
    response = given ? "t" : "f";
    patterns = [q.answer ? "t" : "f"];
  }
  if (q.type === "number" && number !== null) patterns = [String(q.answer)];
  const result = credit === null ? "neutral" : credit >= 1 ? "correct" : credit > 0 ? decimal(credit) : "wrong";
  return { type, response, patterns, result };
}
