// @ts-check
/** Statements by ADL's SCORM profile: interactions, objectives, score and progress of the course. */

const SCORM_PROFILE = "https://w3id.org/xapi/scorm";
/** cmi5 9.5.5.1: whole percent. */
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

/**
 * A question was answered (SCORM profile 6.0, Interactions). The response is spelled as SCORM 2004
 * has it, in full.
 * @param {CourseData} data
 * @param {PageData | null} page
 * @param {InteractionRecord} record
 * @returns {Statement}
 */
function saidResponse(data, page, record) {
  const { q, credit } = record;
  const spelled = spell2004(q, record.response, credit, true);
  /** @type {any} */
  const result = { response: spelled.response, duration: timespan2004(record.seconds) };
  if (credit !== null) {
    result.success = credit >= 1;
    result.score = { scaled: scaled(credit).scaled, raw: Number((credit * q.points).toFixed(7)), min: 0, max: q.points };
  }
  const context = onPage(data, page, [SCORM_PROFILE]);
  if (q.objective) context.contextActivities.other = [{ objectType: "Activity", id: innerIri(data, "objective", q.objective) }];
  return statement(ADL_VERBS + "responded", innerIri(data, "interaction", q.key), { result, context });
}

/**
 * An objective was reached or missed (SCORM profile 6.0, Objectives).
 * @param {CourseData} data
 * @param {ObjectiveRecord} record
 * @returns {Statement}
 */
function saidObjective(data, record) {
  const verb = record.passed === null ? (record.completed ? "completed" : "progressed") : record.passed ? "passed" : "failed";
  /** @type {any} */
  const result = { completion: record.completed };
  if (record.passed !== null) result.success = record.passed;
  if (record.score !== null) result.score = scaled(record.score);
  return statement(ADL_VERBS + verb, innerIri(data, "objective", record.id), { result, context: onPage(data, null, [SCORM_PROFILE]) });
}

/**
 * The score of the course is another one (SCORM profile 6.0, Score).
 * @param {CourseData} data
 * @param {string} activity
 * @param {number} score
 * @returns {Statement}
 */
function saidScore(data, activity, score) {
  return statement(ADL_VERBS + "scored", activity, { result: { score: scaled(score) }, context: aboutCourse(data) });
}

/**
 * More of the course is done (SCORM profile 6.0, Progress Measure; the percent is cmi5's).
 * @param {CourseData} data
 * @param {string} activity
 * @param {number} progress 0..1
 * @param {boolean} measured as a score too, which is the SCORM profile's place for it
 * @returns {Statement}
 */
function saidProgress(data, activity, progress, measured) {
  const extensions = { [PROGRESS]: Math.floor(progress * 100 + 1e-9) };
  const result = measured ? { score: scaled(progress), extensions } : { extensions };
  return statement(ADL_VERBS + "progressed", activity, { result, context: aboutCourse(data) });
}

/**
 * A session began or ended, or the course has an outcome (SCORM profile 5.0 and 6.0).
 * @param {CourseData} data
 * @param {string} activity
 * @param {string} verb
 * @param {any} [result]
 * @param {string} [id] of the statement
 * @returns {Statement}
 */
function saidCourse(data, activity, verb, result, id) {
  return statement(ADL_VERBS + verb, activity, { id, result, context: aboutCourse(data) });
}

/**
 * @param {CourseData} data
 * @returns {any}
 */
function aboutCourse(data) {
  return inContext({ grouping: data.iri, category: [SCORM_PROFILE] });
}
