// The data model of SCORM 1.2 (RTE 3.4.4): element, access, type, default.
import {
  blankOr, identifier12, integer, list, pair, real, text, time12, timespan12, like, word,
} from "./types.js";

/** @typedef {import("./store.js").Elements} Elements */

const STATUS = ["passed", "completed", "failed", "incomplete", "browsed"];
const score = blankOr(real(0, 100));
const label = like(/^[a-z0-9]$/i);

/** What `student_response` and `pattern` may hold, by the interaction's type (RTE 3.4.2). */
const RESPONSES = {
  "true-false": like(/^[01tf]/i),
  choice: (/** @type {string} */ value) =>
    list(",", label, 36)(value.replace(/^\{(.*)\}$/, "$1")),
  "fill-in": text(255),
  matching: (/** @type {string} */ value) =>
    list(",", pair(".", label, label), 36)(value.replace(/^\{(.*)\}$/, "$1")),
  performance: text(255),
  sequencing: list(",", label, 36),
  likert: blankOr(label),
  numeric: real(),
};

/** @type {Elements} */
export const ELEMENTS = {
  "cmi.core.student_id": ["r", identifier12],
  "cmi.core.student_name": ["r", text(255)],
  "cmi.core.lesson_location": ["rw", text(255), ""],
  "cmi.core.credit": ["r", word("credit", "no-credit"), "credit"],
  "cmi.core.lesson_status": ["rw", word(...STATUS), "not attempted"],
  "cmi.core.entry": ["r", word("ab-initio", "resume", ""), ""],
  "cmi.core.score.raw": ["rw", score, ""],
  "cmi.core.score.max": ["rw", score, ""],
  "cmi.core.score.min": ["rw", score, ""],
  "cmi.core.total_time": ["r", timespan12, "0000:00:00.00"],
  "cmi.core.lesson_mode": ["r", word("normal", "review", "browse"), "normal"],
  "cmi.core.exit": ["w", word("time-out", "suspend", "logout", "")],
  "cmi.core.session_time": ["w", timespan12],
  "cmi.suspend_data": ["rw", text(4096), ""],
  "cmi.launch_data": ["r", text(4096), ""],
  "cmi.comments": ["rw", text(4096), ""],
  "cmi.comments_from_lms": ["r", text(4096), ""],
  "cmi.objectives.n.id": ["rw", identifier12],
  "cmi.objectives.n.score.raw": ["rw", score, ""],
  "cmi.objectives.n.score.max": ["rw", score, ""],
  "cmi.objectives.n.score.min": ["rw", score, ""],
  "cmi.objectives.n.status": ["rw", word(...STATUS, "not attempted"), "not attempted"],
  "cmi.student_data.mastery_score": ["r", score, ""],
  "cmi.student_data.max_time_allowed": ["r", timespan12, ""],
  "cmi.student_data.time_limit_action": ["r", text(30), ""],
  "cmi.student_preference.audio": ["rw", integer(-1, 100), "0"],
  "cmi.student_preference.language": ["rw", text(255), ""],
  "cmi.student_preference.speed": ["rw", integer(-100, 100), "0"],
  "cmi.student_preference.text": ["rw", integer(-1, 1), "0"],
  "cmi.interactions.n.id": ["w", identifier12],
  "cmi.interactions.n.objectives.n.id": ["w", identifier12],
  "cmi.interactions.n.time": ["w", time12],
  "cmi.interactions.n.type": ["w", word(...Object.keys(RESPONSES))],
  "cmi.interactions.n.correct_responses.n.pattern": ["w", text(255), undefined, RESPONSES],
  "cmi.interactions.n.weighting": ["w", real()],
  "cmi.interactions.n.student_response": ["w", text(255), undefined, RESPONSES],
  "cmi.interactions.n.result": [
    "w",
    (value) => (word("correct", "wrong", "unanticipated", "neutral")(value) ? real()(value) : ""),
  ],
  "cmi.interactions.n.latency": ["w", timespan12],
};

/** Error codes by what is wrong (RTE 3.3.3). */
export const CODES = {
  unknown: 201, noChildren: 202, noCount: 203, keyword: 402, readOnly: 403, writeOnly: 404,
  type: 405, range: 405, getIndex: 201, setIndex: 201, unset: 0, needs: 201, fixed: 201,
};

export const MESSAGES = {
  0: "No error",
  101: "General exception",
  201: "Invalid argument error",
  202: "Element cannot have children",
  203: "Element not an array, cannot have count",
  301: "Not initialized",
  401: "Not implemented error",
  402: "Invalid set value, element is a keyword",
  403: "Element is read only",
  404: "Element is write only",
  405: "Incorrect data type",
};

/** Read a timespan as seconds. @param {string} value */
export function seconds(value) {
  const [hours, minutes, rest] = (value || "0:0:0").split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

/** Write seconds as a timespan. @param {number} total */
export function timespan(total) {
  const hundredths = Math.round(total * 100);
  const pad = (/** @type {number} */ n, /** @type {number} */ size) => String(n).padStart(size, "0");
  const whole = Math.floor(hundredths / 100);
  return `${pad(Math.floor(whole / 3600), 4)}:${pad(Math.floor(whole / 60) % 60, 2)}:` +
    `${pad(whole % 60, 2)}.${pad(hundredths % 100, 2)}`;
}
