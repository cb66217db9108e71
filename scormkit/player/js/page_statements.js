// @ts-check
/** Statements of what happens on pages, in ADL's verbs and by its SCORM profile. docs/reference/xapi-statements.md lists them. */

/**
 * Put what happens in the player into the queue: the same events, in the same order, in xAPI and cmi5.
 * @param {Tracker} tracker
 * @param {Happening} event
 */
function tellEvent(tracker, event) {
  const { data } = tracker;
  const say = (/** @type {Statement} */ s) => enqueue(tracker, { s });
  switch (event.kind) {
    case "response": return say(saidResponse(data, event.page, event.record));
    case "objective": return say(saidObjective(data, event.record));
    case "media": return say(saidMedia(data, event.page, event.report));
    case "attempt": return say(saidAttempt(data, event.page));
    case "result":
      if (data.rules.score.some(([quiz]) => quiz === event.result.page.id)) tracker.tried = true;
      return say(saidResult(data, event.result));
  }
}

/**
 * An attempt at a quiz began.
 * @param {CourseData} data
 * @param {PageData} page
 * @returns {Statement}
 */
function saidAttempt(data, page) {
  return statement(ADL_VERBS + "attempted", placeIri(data, page, "page"), { context: onPage(data, null, []) });
}

/**
 * An attempt at a quiz was submitted: passed or failed where there is a mark, else completed.
 * @param {CourseData} data
 * @param {QuizResult} result
 * @returns {Statement}
 */
function saidResult(data, result) {
  const { page, passed, score } = result;
  const verb = passed === null ? "completed" : passed ? "passed" : "failed";
  /** @type {any} */
  const made = { completion: true };
  if (result.seconds !== null) made.duration = timespan2004(result.seconds);
  if (passed !== null) made.success = passed;
  if (score !== null) made.score = scaled(score);
  return statement(ADL_VERBS + verb, placeIri(data, page, "page"), { result: made, context: onPage(data, null, []) });
}

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
