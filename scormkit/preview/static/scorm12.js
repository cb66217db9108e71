// The SCORM 1.2 run-time API (RTE 3.3) and what an LMS does at launch and finish.
import { CODES, ELEMENTS, MESSAGES, seconds, timespan } from "./model12.js";
import { Runtime } from "./runtime.js";

/** @typedef {import("./store.js").Values} Values */
/** @typedef {import("./runtime.js").Launch} Launch */

/** @type {import("./runtime.js").Standard} */
const STANDARD = {
  elements: ELEMENTS,
  codes: CODES,
  messages: MESSAGES,
  rules: { version: "3.4", idFirst: false },
  states: { again: 101, over: 101, get: [301, 301], set: [301, 301], commit: [301, 301], end: [301, 301] },
  failed: { set: 101, commit: 101 },
  read: () => undefined,
  close: judge,
};

/** Prepare the values of a launch from what was stored. @param {Values} stored @param {Launch} launch */
export function open12(stored, launch) {
  const values = { ...stored };
  const first = Object.keys(stored).length === 0;
  const spent = seconds(values["cmi.core.total_time"]) + seconds(values["cmi.core.session_time"]);
  values["cmi.core.total_time"] = timespan(spent);
  // RTE 3.4.4 cmi.core.entry: "resume" only after an exit by suspend.
  values["cmi.core.entry"] = first ? "ab-initio" : values["cmi.core.exit"] === "suspend" ? "resume" : "";
  delete values["cmi.core.exit"];
  delete values["cmi.core.session_time"];
  const { learner, mode, sco } = launch;
  /** @type {[string, string][]} */
  const manifest = [
    ["cmi.launch_data", sco.launch_data],
    ["cmi.student_data.mastery_score", sco.mastery],
    ["cmi.student_data.max_time_allowed", sco.max_time],
    ["cmi.student_data.time_limit_action", sco.time_limit_action],
  ];
  for (const [name, value] of manifest) {
    if (value) values[name] = value;
    else delete values[name];
  }
  return Object.assign(values, {
    "cmi.core.student_id": learner.id,
    "cmi.core.student_name": learner.name,
    "cmi.core.credit": mode === "normal" ? "credit" : "no-credit",
    "cmi.core.lesson_mode": mode,
  });
}

/** Set the status as the LMS does at LMSFinish. @param {Values} values @param {Launch} launch */
function judge(values, launch) {
  const name = "cmi.core.lesson_status";
  if (launch.mode === "browse" && !values[name]) values[name] = "browsed";
  if (launch.mode !== "normal") return;
  // RTE 3.4.4 cmi.core.lesson_status: a SCO that says nothing is completed by its end, and a
  // mastery score in the manifest overrides what the SCO said.
  if (!values[name] || values[name] === "not attempted") values[name] = "completed";
  const raw = values["cmi.core.score.raw"];
  if (launch.sco.mastery && raw) {
    values[name] = Number(raw) >= Number(launch.sco.mastery) ? "passed" : "failed";
  }
}

/** Return the object that content finds as `API`. @param {Values} stored @param {Launch} launch @param {import("./runtime.js").Host} host */
export function api12(stored, launch, host) {
  const runtime = new Runtime(STANDARD, open12(stored, launch), launch, host);
  return {
    runtime,
    api: {
      LMSInitialize: (/** @type {unknown} */ argument) => runtime.initialize("LMSInitialize", argument),
      LMSFinish: (/** @type {unknown} */ argument) => runtime.terminate("LMSFinish", argument),
      LMSGetValue: (/** @type {unknown} */ name) => runtime.get("LMSGetValue", name),
      LMSSetValue: (/** @type {unknown} */ name, /** @type {unknown} */ value) => runtime.set("LMSSetValue", name, value),
      LMSCommit: (/** @type {unknown} */ argument) => runtime.commit("LMSCommit", argument),
      LMSGetLastError: () => String(runtime.error),
      LMSGetErrorString: (/** @type {unknown} */ code) => runtime.message(code),
      LMSGetDiagnostic: (/** @type {unknown} */ code) => runtime.message(code === "" ? runtime.error : code),
    },
  };
}
