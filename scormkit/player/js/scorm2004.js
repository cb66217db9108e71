// @ts-check
/** The adapter for SCORM 2004, 2nd to 4th edition: completion and success apart. */

/**
 * @returns {Adapter}
 */
function scorm2004() {
  /** @type {Lms} */
  let lms;
  let floor = 0;
  let completion = "";
  let success = "";
  /** @type {Log} */
  const log = { shift: 0, counts: true };
  let launching = true;
  /** @type {{id: string, name: string} | null} asked for only where it is needed */
  let learner = null;

  /** @returns {Launch | null} */
  function open() {
    const api = findApi("API_1484_11");
    if (!api) return null;
    lms = makeLms(api, "GetValue", "SetValue", "GetLastError");
    // 103 where a session is open already: pages that are ordinary navigations share it.
    const refused = lms.call("Initialize", "") === "true" ? null : lms.call("GetLastError");
    if (refused === "104") return ENDED; // RTE 3.1.2.1: content instance terminated
    if (refused !== null && refused !== "103") return FAILED;
    // Before anything else: an element that was never set is error 403 (RTE 3.1.7.1).
    const fresh = lms.get("cmi.entry") === "ab-initio";
    const mode = lms.get("cmi.mode");
    const state = fresh ? "" : lms.read("cmi.suspend_data");
    if (state === null) return FAILED; // nothing may be written over what could not be read
    completion = lms.get("cmi.completion_status");
    success = lms.get("cmi.success_status");
    // Where the state is lost, the LMS alone knows the best score.
    if (!fresh && !decodeState(state)) floor = parseFloat(lms.get("cmi.score.scaled")) || 0;
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      state, resumed: !fresh && state !== "", score: null,
      status: success === "passed" || success === "failed" ? success : completion,
    };
  }

  /**
   * @param {TrackRecord} record
   * @returns {boolean} whether the values that matter were taken
   */
  function write(record) {
    launching = launching && !record.taken; // what an LMS had at a launch need not be said again
    log.shift = 0;
    for (const one of record.interactions) writeInteraction2004(lms, one, log);
    for (const one of record.objectives) writeObjective2004(lms, one);
    const newCompletion = record.completed ? "completed" : completion === "completed" ? completion : "incomplete";
    let newSuccess = success === "passed" ? success : record.passed ? "passed" : record.failed ? "failed" : success;
    if (newSuccess === "not attempted") newSuccess = "unknown";
    const rises = record.completed && completion !== "completed" || (newSuccess !== success && newSuccess !== "unknown");
    let ok = true;
    if (!launching || rises) {
      if (record.score !== null) ok = writeScore(record.score);
      if (record.progress > 0) lms.set("cmi.progress_measure", decimal(record.progress));
    }
    if (newCompletion !== completion) ok = lms.set("cmi.completion_status", newCompletion) && ok;
    if (newSuccess !== success) ok = lms.set("cmi.success_status", newSuccess) && ok;
    if (ok) [completion, success] = [newCompletion, newSuccess];
    if (record.place) lms.set("cmi.location", record.place);
    ok = lms.set("cmi.suspend_data", record.state) && ok;
    if (record.seconds >= 1) lms.set("cmi.session_time", timespan2004(record.seconds));
    lms.set("cmi.exit", "suspend");
    launching = false;
    return ok;
  }

  /** @param {number} score */
  function writeScore(score) {
    if (score < floor) return true;
    floor = score;
    const ok = lms.set("cmi.score.scaled", decimal(score));
    lms.set("cmi.score.raw", decimal(Math.floor(score * 1e6 + 0.5) / 1e4));
    lms.set("cmi.score.min", "0");
    lms.set("cmi.score.max", "100");
    return ok;
  }

  return {
    name: "scorm2004",
    textLimit: 4000,
    language(wish) {
      if (wish) lms.set("cmi.learner_preference.language", wish);
      return lms.get("cmi.learner_preference.language");
    },
    open,
    save: (record) => write(record) && lms.commit("Commit"),
    close(record) {
      const ok = !record || (write(record) && lms.commit("Commit"));
      return lms.call("Terminate", "") === "true" && ok;
    },
    learner: () => learner || (learner = { id: lms.get("cmi.learner_id"), name: lms.get("cmi.learner_name") }),
  };
}
