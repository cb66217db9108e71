// @ts-check
/** Interactions and objectives as SCORM 1.2 has them (RTE 3.4.7, 3.4.5). */

/**
 * @param {Lms} lms
 * @param {InteractionRecord} record
 * @param {Log} log
 */
function writeInteraction12(lms, record, log) {
  const set = claimInteraction(lms, record, log, record.id.slice(0, 255));
  if (!set) return;
  const spelled = spell12(record.q, record.response, record.credit);
  if (record.q.objective) set("objectives.0.id", record.q.objective);
  set("time", time12(record.at));
  set("type", spelled.type);
  spelled.patterns.forEach((pattern, i) => set("correct_responses." + i + ".pattern", pattern));
  if (record.credit !== null) set("weighting", String(record.q.points));
  set("student_response", spelled.response);
  set("result", spelled.result);
  set("latency", timespan12(record.seconds));
}

/**
 * @param {Lms} lms
 * @param {ObjectiveRecord} record
 */
function writeObjective12(lms, record) {
  const index = objectiveIndex(lms, record.index, record.id);
  if (index < 0) return;
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    lms.set("cmi.objectives." + index + "." + name, value);
  if (record.score !== null) {
    set("score.raw", String(Math.floor(record.score * 1e6 + 0.5) / 1e4));
    set("score.min", "0");
    set("score.max", "100");
  }
  set("status", record.passed === null ? (record.completed ? "completed" : "incomplete") : record.passed ? "passed" : "failed");
}
