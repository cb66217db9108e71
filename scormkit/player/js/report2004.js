// @ts-check
/** Interactions and objectives as SCORM 2004 has them (RTE 4.2.9, 4.2.17). */

/**
 * @param {Lms} lms
 * @param {InteractionRecord} record
 * @param {Log} log
 */
function writeInteraction2004(lms, record, log) {
  const set = claimInteraction(lms, record, log, record.id);
  if (!set) return;
  const spelled = spell2004(record.q, record.response, record.credit);
  set("type", spelled.type);
  if (record.q.objective) set("objectives.0.id", record.q.objective);
  set("timestamp", time2004(record.at));
  spelled.patterns.forEach((pattern, i) => set("correct_responses." + i + ".pattern", pattern));
  if (record.credit !== null) set("weighting", decimal(record.q.points));
  set("learner_response", spelled.response);
  set("result", spelled.result);
  set("latency", timespan2004(record.seconds));
  if (record.description) set("description", record.description.slice(0, 250));
}

/**
 * @param {Lms} lms
 * @param {ObjectiveRecord} record
 */
function writeObjective2004(lms, record) {
  const index = objectiveIndex(lms, record.index, record.id);
  if (index < 0) return;
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    lms.set("cmi.objectives." + index + "." + name, value);
  if (record.score !== null) {
    set("score.scaled", decimal(record.score));
    set("score.raw", decimal(Math.floor(record.score * 1e6 + 0.5) / 1e4));
    set("score.min", "0");
    set("score.max", "100");
  }
  if (record.passed !== null) set("success_status", record.passed ? "passed" : "failed");
  set("completion_status", record.completed ? "completed" : "incomplete");
}
