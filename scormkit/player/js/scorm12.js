// @ts-check
/** The adapter for SCORM 1.2: one status, score before it, exit always suspend. */

const RANK_12 = { incomplete: 1, failed: 2, completed: 3, passed: 4 };

/**
 * Note in this tab whether its session is over, for a page that is loaded again; SCORM 1.2 has no error for that.
 * @param {string} over "1" or ""
 * @returns {boolean} whether it was
 */
function noteEnded(over) {
  try {
    const was = sessionStorage.getItem("scormkit-ended") === "1";
    sessionStorage.setItem("scormkit-ended", over);
    return was;
  } catch (error) {
    return false; // forbidden for this page: the LMS's answers alone tell
  }
}

/**
 * @returns {Adapter}
 */
function scorm12() {
  /** @type {Lms} */
  let lms;
  let status = "";
  let floor = 0;
  /** @type {Log} */
  const log = { shift: 0, counts: true };
  let launching = true;
  /** @type {{id: string, name: string} | null} asked for only where it is needed */
  let learner = null;

  /** @param {string} name */
  const core = (name) => lms.get("cmi.core." + name);

  /** @returns {Launch | null} */
  function open() {
    const api = findApi("API");
    if (!api) return null;
    lms = makeLms(api, "LMSGetValue", "LMSSetValue", "LMSGetLastError");
    if (lms.call("LMSInitialize", "") !== "true") {
      if (lms.call("LMSGetLastError") !== "101") return FAILED;
      // 101, a general exception: a session is open already, which pages that are ordinary navigations
      // share; or it is over, and nothing would be kept.
      if (noteEnded("1") || !lms.set("cmi.core.exit", "suspend")) return ENDED;
    }
    noteEnded("");
    const mode = core("lesson_mode");
    const state = lms.read("cmi.suspend_data");
    if (state === null) return FAILED; // nothing may be written over what could not be read
    status = core("lesson_status");
    floor = parseFloat(core("score.raw")) || 0;
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      state, resumed: state !== "", status, score: floor / 100,
    };
  }

  /** @param {string} value */
  const rank = (value) => RANK_12[/** @type {keyof RANK_12} */ (value)] || 0;

  /**
   * @param {TrackRecord} record
   * @returns {boolean} whether the values that matter were taken
   */
  function write(record) {
    launching = launching && !record.taken; // what an LMS had at a launch need not be said again
    log.shift = 0;
    for (const one of record.interactions) writeInteraction12(lms, one, log);
    for (const one of record.objectives) writeObjective12(lms, one);
    const rises = rank(record.status) > rank(status);
    let ok = true;
    if (record.score !== null && !(launching && !(rises && rank(record.status) > 1))) ok = writeScore(record.score) && ok;
    if (rises) {
      ok = lms.set("cmi.core.lesson_status", record.status) && ok;
      if (ok) status = record.status;
    }
    if (record.place) lms.set("cmi.core.lesson_location", record.place);
    ok = lms.set("cmi.suspend_data", record.state) && ok;
    if (record.seconds >= 1) lms.set("cmi.core.session_time", timespan12(record.seconds));
    lms.set("cmi.core.exit", "suspend");
    launching = false;
    return ok;
  }

  /** @param {number} score */
  function writeScore(score) {
    const raw = Math.floor(score * 1e6 + 0.5) / 1e4;
    if (raw < floor) return true;
    floor = raw;
    const ok = lms.set("cmi.core.score.raw", String(raw));
    lms.set("cmi.core.score.min", "0");
    lms.set("cmi.core.score.max", "100");
    return ok;
  }

  return {
    name: "scorm12",
    textLimit: 255,
    language(wish) {
      if (wish) lms.set("cmi.student_preference.language", wish);
      return lms.get("cmi.student_preference.language");
    },
    open,
    save: (record) => write(record) && lms.commit("LMSCommit"),
    close(record) {
      const ok = !record || (write(record) && lms.commit("LMSCommit"));
      noteEnded("1");
      return lms.call("LMSFinish", "") === "true" && ok;
    },
    learner: () => learner || (learner = { id: core("student_id"), name: core("student_name") }),
  };
}

/**
 * Return a length of time as SCORM 1.2 RTE 3.4.4 CMITimespan, HHHH:MM:SS.SS.
 * @param {number} seconds
 * @returns {string}
 */
function timespan12(seconds) {
  const hundredths = Math.min(Math.round(seconds * 100), 3599999999);
  const pad = (/** @type {number} */ n, /** @type {number} */ width) => String(Math.floor(n)).padStart(width, "0");
  const whole = Math.floor(hundredths / 100);
  return pad(whole / 3600, 4) + ":" + pad((whole / 60) % 60, 2) + ":" + pad(whole % 60, 2) + "." + pad(hundredths % 100, 2);
}
