// @ts-check
/** The statements that cmi5 defines (cmi5 9.3); all others are only allowed, and never have its category. */

const CMI5 = "https://w3id.org/xapi/cmi5/context/";
const CMI5_DEFINED = CMI5 + "categories/cmi5";
const CMI5_MOVE_ON = CMI5 + "categories/moveon";
const CMI5_MASTERY = CMI5 + "extensions/masteryscore";

/**
 * @param {string} verb initialized, completed, passed, failed or terminated
 * @param {string} activity of the launch (8.1.5)
 * @param {{result?: any, id?: string, mastery?: number | null}} more
 * @returns {Statement}
 */
function saidCmi5(verb, activity, more) {
  const { result, id, mastery } = more;
  const judged = !!result && ("success" in result || "completion" in result);
  const context = inContext({ category: judged ? [CMI5_DEFINED, CMI5_MOVE_ON] : [CMI5_DEFINED] }); // 9.6.2.1, 9.6.2.2
  // 9.6.3.2: where passing was judged by the LMS's masteryScore
  if (typeof mastery === "number") context.extensions = { [CMI5_MASTERY]: mastery };
  return statement(ADL_VERBS + verb, activity, { id, result, context });
}

/**
 * @param {string} activity
 * @param {number} seconds 9.5.4.1: the time it took
 * @param {string} id
 * @returns {Statement}
 */
function cmi5Completed(activity, seconds, id) {
  // 9.5.1: no score here; 9.5.5.1: no progress
  return saidCmi5("completed", activity, { id, result: { completion: true, duration: timespan2004(seconds) } });
}

/**
 * @param {string} activity
 * @param {{passed: boolean, score: number | null, mastery: number | null, seconds: number, id?: string}} verdict
 * @returns {Statement}
 */
function cmi5Judged(activity, verdict) {
  const { passed, score, mastery, seconds, id } = verdict;
  /** @type {any} */
  const result = { success: passed, duration: timespan2004(seconds) };
  // 9.3.4, 9.3.5: a score must agree with the mastery score; one that failed otherwise says none
  const agrees = mastery === null || (score !== null && score + EPSILON >= mastery) === passed;
  if (score !== null && agrees) result.score = scaled(passed && mastery !== null ? Math.max(score, mastery) : score);
  return saidCmi5(passed ? "passed" : "failed", activity, { id, mastery, result });
}
