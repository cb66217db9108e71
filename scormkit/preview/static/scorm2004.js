// The SCORM 2004 run-time API (4th Ed. RTE 3.1) and what an LMS does at launch and terminate.
import { CODES, MESSAGES, elements, interval, seconds } from "./model2004.js";
import { Runtime } from "./runtime.js";

/** @typedef {import("./store.js").Values} Values */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./runtime.js").Launch} Launch */

const PREFERENCES = "cmi.learner_preference.";

/** Tell whether what is stored is an attempt that goes on: it was suspended. @param {Values} stored */
export const suspended = (stored) => stored["cmi.exit"] === "suspend" || stored["cmi.exit"] === "logout";

/** Prepare the values of a launch from what was stored. @param {Values} stored @param {Launch} launch */
export function open2004(stored, launch) {
  const goesOn = suspended(stored);
  const kept = Object.entries(stored).filter(([name]) => goesOn || name.startsWith(PREFERENCES));
  const values = Object.fromEntries(kept);
  const spent = seconds(values["cmi.total_time"]) + seconds(values["cmi.session_time"]);
  for (const name of ["cmi.exit", "cmi.session_time", "adl.nav.request"]) delete values[name];
  const { learner, mode, sco } = launch;
  Object.assign(values, {
    // RTE 4.2.12: a suspended attempt resumes, any other starts afresh.
    "cmi.entry": goesOn ? "resume" : "ab-initio",
    "cmi.total_time": interval(spent),
    "cmi.learner_id": learner.id,
    "cmi.learner_name": learner.name,
    "cmi.credit": mode === "normal" ? "credit" : "no-credit",
    "cmi.mode": mode,
  });
  /** @type {[string, string][]} */
  const manifest = [
    ["cmi.launch_data", sco.launch_data],
    ["cmi.completion_threshold", sco.threshold],
    ["cmi.scaled_passing_score", sco.mastery],
    ["cmi.max_time_allowed", sco.max_time],
    ["cmi.time_limit_action", sco.time_limit_action],
  ];
  for (const [name, value] of manifest) {
    if (value) values[name] = value;
    else delete values[name];
  }
  // RTE 4.2.17: objectives that the manifest names are there from the start.
  if (!goesOn) sco.objectives.forEach((id, at) => Object.assign(values, { [`cmi.objectives.${at}.id`]: id }));
  return values;
}

/** Return a status as the LMS evaluates it, undefined for what it only keeps. @param {Store} store @param {string} name */
export function evaluate({ values }, name) {
  if (name === "cmi.completion_status" && values["cmi.completion_threshold"]) {
    const measure = values["cmi.progress_measure"];
    if (measure === undefined) return values[name] ?? "unknown"; // RTE 4.2.4.1
    return Number(measure) >= Number(values["cmi.completion_threshold"]) ? "completed" : "incomplete";
  }
  if (name === "cmi.success_status" && values["cmi.scaled_passing_score"]) {
    const scaled = values["cmi.score.scaled"];
    if (scaled === undefined) return "unknown"; // RTE 4.2.21.1
    return Number(scaled) >= Number(values["cmi.scaled_passing_score"]) ? "passed" : "failed";
  }
  return undefined;
}

/** Keep the statuses as the LMS evaluates them at Terminate. @param {Values} values */
function settle(values) {
  for (const name of ["cmi.completion_status", "cmi.success_status"]) {
    const status = evaluate(/** @type {Store} */ ({ values }), name);
    if (status !== undefined) values[name] = status;
  }
}

/** Return the object that content finds as `API_1484_11`. @param {Values} stored @param {Launch} launch @param {import("./runtime.js").Host} host @param {boolean} second */
export function api2004(stored, launch, host, second) {
  /** @type {import("./runtime.js").Standard} */
  const standard = {
    elements: elements(second),
    codes: CODES,
    messages: MESSAGES,
    rules: { version: "1.0", idFirst: true },
    states: { again: 103, over: 104, get: [122, 123], set: [132, 133], commit: [142, 143], end: [112, 113] },
    failed: { set: 351, commit: 391 },
    read: evaluate,
    close: settle,
  };
  const runtime = new Runtime(standard, open2004(stored, launch), launch, host);
  return {
    runtime,
    api: {
      Initialize: (/** @type {unknown} */ argument) => runtime.initialize("Initialize", argument),
      Terminate: (/** @type {unknown} */ argument) => runtime.terminate("Terminate", argument),
      GetValue: (/** @type {unknown} */ name) => runtime.get("GetValue", name),
      SetValue: (/** @type {unknown} */ name, /** @type {unknown} */ value) => runtime.set("SetValue", name, value),
      Commit: (/** @type {unknown} */ argument) => runtime.commit("Commit", argument),
      GetLastError: () => String(runtime.error),
      GetErrorString: (/** @type {unknown} */ code) => runtime.message(code),
      GetDiagnostic: (/** @type {unknown} */ code) => runtime.message(code === "" ? runtime.error : code),
    },
  };
}
