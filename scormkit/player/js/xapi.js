// @ts-check
/** The adapter for xAPI packages: sessions and outcomes as the SCORM profile tells them. */

/** @type {Standard} */
const XAPI = {
  name: "xapi",
  once: [],
  enter(tracker) {
    const { launch } = tracker;
    tracker.lrs = tracker.lrs || makeLrs(launch.endpoint, launch.auth, launch.version);
    return Promise.resolve(/** @type {Delivery} */ ("done"));
  },
  first(tracker, resumed) {
    if (goesOn(tracker)) return;
    // SCORM profile 5.0: a new attempt is initialized, a suspended one resumed
    const s = saidCourse(tracker.data, tracker.activity, resumed ? "resumed" : "initialized");
    s.timestamp = new Date(tracker.since).toISOString(); // before what was done while the LRS did not answer
    enqueue(tracker, { s, alone: true });
  },
  outcome: sayXapiOutcome,
  last(tracker, record) {
    const verb = record && record.completed ? "terminated" : "suspended";
    const seconds = (Date.now() - tracker.since) / 1000;
    enqueue(tracker, { s: saidCourse(tracker.data, tracker.activity, verb, record ? xapiResult(record, seconds) : undefined) });
  },
  adopt: (left) => Object.assign(left, { alone: false }),
};

/**
 * Say what the course came to, each once.
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 */
function sayXapiOutcome(tracker, record) {
  const seconds = tracker.spent + record.seconds;
  const say = (/** @type {string} */ verb, /** @type {any} */ result) => sayOnce(tracker, verb, (id) =>
    saidCourse(tracker.data, tracker.activity, verb, Object.assign(result, { duration: timespan2004(seconds) }), id));
  const score = record.score === null ? {} : { score: scaled(record.score) };
  if (record.completed) say("completed", { completion: true });
  if (record.passed) say("passed", Object.assign({ success: true }, score));
  else if (record.failed) say("failed", Object.assign({ success: false }, score));
}

/**
 * @param {TrackRecord} record
 * @param {number} seconds
 * @returns {any} the overall result (SCORM profile 5.0, Terminating an attempt)
 */
function xapiResult(record, seconds) {
  /** @type {any} */
  const result = { completion: record.completed, duration: timespan2004(seconds) };
  if (record.passed || record.failed) result.success = record.passed;
  if (record.score !== null) result.score = scaled(record.score);
  return result;
}

/**
 * Over file:// each page is a document of its own, and one session goes through all of them: tell
 * whether this page goes on with that of the page before.
 * @param {Tracker} tracker
 */
function goesOn(tracker) {
  const key = storeKey(tracker.data, "going-on");
  window.addEventListener("pagehide", () => {
    if (player.staying) writeTab(key, String(tracker.since));
  });
  const since = Number(readTab(key));
  writeTab(key, null);
  if (since) tracker.since = since;
  return since > 0;
}

/**
 * @param {CourseData} data
 * @returns {Adapter}
 */
function xapiAdapter(data) {
  return statementAdapter(data, XAPI, () => {
    const launch = keptLaunch(data);
    const actor = launch && soundActor(launch.actor);
    return actor ? makeTracker(data, launch, actor) : null;
  });
}
