// The data model of SCORM 2004 (4th Ed. RTE 4.2): element, access, type, default.
import {
  delimited, integer, language, like, list, localized, longIdentifier, pair, real,
  shortIdentifier, text, time, timeinterval, word,
} from "./types.js";

/** @typedef {import("./store.js").Elements} Elements */
/** @typedef {import("./types.js").Type} Type */

const COMPLETION = word("completed", "incomplete", "not attempted", "unknown");
const SUCCESS = word("passed", "failed", "unknown");
const fillIn = list("[,]", delimited(localized(250)), 10);
/** A step of a performance: a name and an answer, of which one may be missing. @type {Type} */
const step = (value) => (value !== "[.]" && value.includes("[.]") ? text(500)(value) : "type");

/** What `learner_response` may hold, by the interaction's type (RTE 4.2.9.1). */
const LEARNER = {
  "true-false": word("true", "false"),
  choice: list("[,]", shortIdentifier, 36),
  "fill-in": fillIn,
  "long-fill-in": localized(4000),
  likert: shortIdentifier,
  matching: list("[,]", pair("[.]", shortIdentifier, shortIdentifier), 36),
  performance: list("[,]", step, 250),
  sequencing: list("[,]", shortIdentifier, 36),
  numeric: real(),
  other: text(4000),
};

const bound = (/** @type {string} */ value) => (value === "" ? "" : real()(value));
/** What a correct response's `pattern` may hold, by the interaction's type (RTE 4.2.9.2). */
const CORRECT = {
  ...LEARNER,
  "fill-in": delimited(fillIn),
  "long-fill-in": delimited(localized(4000)),
  performance: delimited(list("[,]", step, 125)),
  numeric: pair("[:]", bound, bound),
};

const comments = (/** @type {"r" | "rw"} */ access, /** @type {string} */ name) => ({
  [`cmi.${name}.n.comment`]: /** @type {any} */ ([access, localized(4000)]),
  [`cmi.${name}.n.location`]: /** @type {any} */ ([access, text(250)]),
  [`cmi.${name}.n.timestamp`]: /** @type {any} */ ([access, time]),
});

const score = (/** @type {string} */ at) => ({
  [`${at}.score.scaled`]: /** @type {any} */ (["rw", real(-1, 1)]),
  [`${at}.score.raw`]: /** @type {any} */ (["rw", real()]),
  [`${at}.score.min`]: /** @type {any} */ (["rw", real()]),
  [`${at}.score.max`]: /** @type {any} */ (["rw", real()]),
});

/** The elements; the 2nd edition holds 4,000 characters of state, later ones 64,000. @param {boolean} second @returns {Elements} */
export const elements = (second) => ({
  ...comments("rw", "comments_from_learner"),
  ...comments("r", "comments_from_lms"),
  "cmi.completion_status": ["rw", COMPLETION, "unknown"],
  "cmi.completion_threshold": ["r", real(0, 1)],
  "cmi.credit": ["r", word("credit", "no-credit"), "credit"],
  "cmi.entry": ["r", word("ab-initio", "resume", ""), ""],
  "cmi.exit": ["w", word("time-out", "suspend", "logout", "normal", "")],
  "cmi.interactions.n.id": ["rw", longIdentifier],
  "cmi.interactions.n.type": ["rw", word(...Object.keys(LEARNER))],
  "cmi.interactions.n.objectives.n.id": ["rw", longIdentifier],
  "cmi.interactions.n.timestamp": ["rw", time],
  "cmi.interactions.n.correct_responses.n.pattern": ["rw", text(64000), undefined, CORRECT],
  "cmi.interactions.n.weighting": ["rw", real()],
  "cmi.interactions.n.learner_response": ["rw", text(64000), undefined, LEARNER],
  "cmi.interactions.n.result": [
    "rw",
    (value) => (word("correct", "incorrect", "unanticipated", "neutral")(value) ? real()(value) : ""),
  ],
  "cmi.interactions.n.latency": ["rw", timeinterval],
  "cmi.interactions.n.description": ["rw", localized(250)],
  "cmi.launch_data": ["r", text(4000)],
  "cmi.learner_id": ["r", longIdentifier],
  "cmi.learner_name": ["r", localized(250)],
  "cmi.learner_preference.audio_level": ["rw", real(0), "1"],
  "cmi.learner_preference.language": ["rw", language, ""],
  "cmi.learner_preference.delivery_speed": ["rw", real(0), "1"],
  "cmi.learner_preference.audio_captioning": ["rw", integer(-1, 1), "0"],
  "cmi.location": ["rw", text(1000)],
  "cmi.max_time_allowed": ["r", timeinterval],
  "cmi.mode": ["r", word("normal", "review", "browse"), "normal"],
  "cmi.objectives.n.id": ["rw", longIdentifier],
  ...score("cmi.objectives.n"),
  "cmi.objectives.n.success_status": ["rw", SUCCESS, "unknown"],
  "cmi.objectives.n.completion_status": ["rw", COMPLETION, "unknown"],
  "cmi.objectives.n.progress_measure": ["rw", real(0, 1)],
  "cmi.objectives.n.description": ["rw", localized(250)],
  "cmi.progress_measure": ["rw", real(0, 1)],
  "cmi.scaled_passing_score": ["r", real(-1, 1)],
  ...score("cmi"),
  "cmi.session_time": ["w", timeinterval],
  "cmi.success_status": ["rw", SUCCESS, "unknown"],
  "cmi.suspend_data": ["rw", text(second ? 4000 : 64000)],
  "cmi.time_limit_action": ["r", text(30), "continue,no message"],
  "cmi.total_time": ["r", timeinterval, "PT0S"],
  "adl.nav.request": [
    "rw",
    like(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}]+\}(choice|jump))$/),
    "_none_",
  ],
  "adl.nav.request_valid.continue": ["r", word("true", "false", "unknown"), "unknown"],
  "adl.nav.request_valid.previous": ["r", word("true", "false", "unknown"), "unknown"],
});

/** Error codes by what is wrong (RTE 3.1.7). */
export const CODES = {
  unknown: 401, noChildren: 301, noCount: 301, keyword: 404, readOnly: 404, writeOnly: 405,
  type: 406, range: 407, getIndex: 301, setIndex: 351, unset: 403, needs: 408, fixed: 351,
};

export const MESSAGES = {
  0: "No Error",
  101: "General Exception",
  102: "General Initialization Failure",
  103: "Already Initialized",
  104: "Content Instance Terminated",
  111: "General Termination Failure",
  112: "Termination Before Initialization",
  113: "Termination After Termination",
  122: "Retrieve Data Before Initialization",
  123: "Retrieve Data After Termination",
  132: "Store Data Before Initialization",
  133: "Store Data After Termination",
  142: "Commit Before Initialization",
  143: "Commit After Termination",
  201: "General Argument Error",
  301: "General Get Failure",
  351: "General Set Failure",
  391: "General Commit Failure",
  401: "Undefined Data Model Element",
  402: "Unimplemented Data Model Element",
  403: "Data Model Element Value Not Initialized",
  404: "Data Model Element Is Read Only",
  405: "Data Model Element Is Write Only",
  406: "Data Model Element Type Mismatch",
  407: "Data Model Element Value Out Of Range",
  408: "Data Model Dependency Not Established",
};

/** Read a time interval as seconds; years and months count 365 and 30 days. @param {string} value */
export function seconds(value) {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(value || "");
  if (!parts) return 0;
  const sizes = [365 * 86400, 30 * 86400, 86400, 3600, 60, 1];
  return sizes.reduce((sum, size, at) => sum + size * Number(parts[at + 1] || 0), 0);
}

/** Write seconds as a time interval. @param {number} total */
export const interval = (total) => `PT${Math.round(total * 100) / 100}S`;
