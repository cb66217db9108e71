// @ts-check
/** Statements by ADL's SCORM profile about the course: sessions, score and progress. */

const SCORM_PROFILE = "https://w3id.org/xapi/scorm";
/** cmi5 9.5.5.1: whole percent. */
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

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
