// The page of the embedded LMS: launches content in the frame and shows what it says.
import { addCall, addEvent, showModel, showProblems } from "./log.js";
import { learnerNamed, learners } from "./learners.js";
import { api12 } from "./scorm12.js";
import { api2004, suspended } from "./scorm2004.js";
import { Session } from "./session.js";
import { tabs } from "./tabs.js";
import { follow as followXapi, speaksXapi } from "./xapi.js";

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);
const token = /** @type {HTMLMetaElement} */ (document.querySelector("[name=preview-token]")).content;
const session = new Session(token, (saved) => {
  at("saved").textContent = saved ? `saved ${new Date().toTimeString().slice(0, 8)}` : "not saved: the server does not answer";
});
const log = at("log");
/** What the server plays now. @type {any} */
let course = null;
/** @type {{runtime: import("./runtime.js").Runtime | null, sco: import("./runtime.js").Sco} | null} */
let current = null;
let registration = "";
let calls = 0;
let busy = Promise.resolve();
const PATIENCE = 5000;

/** Do one thing after another: a launch must not overtake a leave. @param {() => Promise<void>} step */
function queue(step) {
  busy = busy.then(step).catch((error) => addEvent(log, String(error.message || error), "mistake"));
  return busy;
}

/** Leave the content as a learner does and wait until it is gone. */
async function leave() {
  const left = current;
  await new Promise((done) => {
    at("frame").addEventListener("load", done, { once: true });
    setTimeout(done, PATIENCE, null); // content may ask the person whether to stay
    go("about:blank");
  });
  if (left?.runtime?.state === "open") addEvent(log, `${left.sco.title}: left without ${course.standard === "1.2" ? "LMSFinish" : "Terminate"}`, "mistake");
  current = null;
  remove();
  at("session").textContent = "Left. Relaunch to come back.";
}

/** Load an address into the frame without a step in the browser's history. @param {string} address */
function go(address) {
  at("frame").contentWindow.location.replace(new URL(address, location.href).href);
}

function remove() {
  delete (/** @type {any} */ (window).API);
  delete (/** @type {any} */ (window).API_1484_11);
}

/** Launch a part of the package. @param {string} id @param {boolean} fresh */
async function launch(id, fresh) {
  await leave();
  const sco = course.scos.find((/** @type {any} */ one) => one.id === id) || course.scos[0];
  const learner = learnerNamed(at("learner").value);
  const mode = at("mode").value;
  const opened = await session.launch({ learner: learner.id, name: learner.name, sco: sco.id, mode, fresh });
  if (opened.address) return launchXapi(sco, learner, opened, mode);
  const place = { learner: learner.id, attempt: opened.attempt, sco: sco.id };
  let serial = opened.serial;
  const host = {
    fault: () => at("fault").value,
    onCall: (/** @type {import("./runtime.js").Call} */ call) => {
      tell(call);
      if (current?.runtime) showModel(at("values"), current.runtime.store.values);
    },
    save: (/** @type {Record<string, string>} */ values) => {
      if (mode === "normal") session.save({ ...place, values, serial: (serial += 1) });
    },
    onEnd: (/** @type {string} */ request) => follow(sco, request),
  };
  const old = course.standard !== "1.2" && Object.keys(opened.values).length && !suspended(opened.values);
  const made = course.standard === "1.2"
    ? api12(opened.values, { learner, mode, sco }, host)
    : api2004(opened.values, { learner, mode, sco }, host, course.edition === "2nd");
  if (at("fault").value !== "absent") Object.assign(window, { [course.standard === "1.2" ? "API" : "API_1484_11"]: made.api });
  current = { runtime: made.runtime, sco };
  show(sco, learner, opened.attempt, mode);
  if (old) addEvent(log, "The last exit was not \"suspend\": SCORM 2004 starts the attempt afresh.", "remark");
  go(course.base + sco.href);
}

/** Count a call and show it. @param {import("./runtime.js").Call} call */
function tell(call) {
  at("calls-count").textContent = String((calls += 1));
  addCall(log, call);
}

/** @param {import("./runtime.js").Sco} sco @param {{name: string}} learner @param {any} opened @param {string} mode */
function launchXapi(sco, learner, opened, mode) {
  current = { runtime: null, sco };
  registration = opened.registration;
  show(sco, learner, opened.attempt, mode);
  go(opened.address);
}

/** @param {import("./runtime.js").Sco} sco @param {{name: string}} learner @param {number} attempt @param {string} mode */
function show(sco, learner, attempt, mode) {
  const name = course.scos.length > 1 ? `${sco.title}: ` : "";
  at("session").textContent = `${name}attempt ${attempt}, ${learner.name}`;
  addEvent(log, `Launch: ${name}attempt ${attempt}, ${learner.name}, ${mode}`);
  at("model-note").textContent = mode === "normal" || speaksXapi(course.standard) ? "" : `Nothing is stored in ${mode} mode.`;
  showModel(at("values"), current?.runtime?.store.values || {});
  for (const button of at("scos").children) {
    button.setAttribute("aria-current", String(button.dataset.id === sco.id));
  }
}

/** Go where content asked to at its end (SCORM 2004 RTE 4.4.1). @param {{id: string}} sco @param {string} request */
function follow(sco, request) {
  const here = course.scos.findIndex((/** @type {any} */ one) => one.id === sco.id);
  const target = /^\{target=([^}]+)\}/.exec(request);
  const next = target
    ? course.scos.find((/** @type {any} */ one) => one.id === target[1])
    : course.scos[here + ({ continue: 1, previous: -1 }[request] || NaN)];
  if (next) queue(() => launch(next.id, false));
}

/** Take over what the server says: the package, its problems. @param {any} state */
function take(state) {
  const first = course === null;
  const changed = first || course.generation !== state.generation;
  course = state;
  at("title").textContent = state.title;
  at("standard").textContent = state.label;
  at("waive").hidden = state.standard !== "cmi5";
  showProblems(at("problem-list"), state.problems);
  at("problems-count").textContent = String(state.problems.length);
  at("tab-problems").classList.toggle("bad", state.broken);
  at("problems-note").textContent = state.broken
    ? `The source has errors. ${state.generation ? "The last good build goes on playing." : "Mend them and the course starts."}`
    : state.problems.length ? "" : "No problems found.";
  if (state.broken) at("tab-problems").click();
  if (!changed || !state.scos.length) return;
  list(state.scos);
  if (!first) addEvent(log, "The source changed: reloaded.");
  queue(() => launch(current?.sco.id || state.scos[0].id, false));
}

/** @param {{id: string, title: string}[]} scos */
function list(scos) {
  at("scos").hidden = scos.length < 2;
  at("scos").replaceChildren(...scos.map(({ id, title }) => {
    const button = document.createElement("button");
    button.textContent = title;
    button.dataset.id = id;
    button.addEventListener("click", () => queue(() => launch(id, false)));
    return button;
  }));
}

function relaunch(fresh = false) {
  if (!course?.scos.length) return;
  const id = current?.sco.id || course.scos[0].id;
  queue(() => launch(id, fresh));
}

at("frame").addEventListener("load", () => {
  const inside = at("frame").contentDocument;
  inside?.addEventListener("securitypolicyviolation", (/** @type {SecurityPolicyViolationEvent} */ event) => {
    addEvent(log, `Blocked by the security policy: ${event.blockedURI} (${event.effectiveDirective})`, "remark");
  });
});
at("relaunch").addEventListener("click", () => relaunch());
at("fresh").addEventListener("click", () => relaunch(true));
at("leave").addEventListener("click", () => queue(leave));
at("mode").addEventListener("change", () => relaunch());
at("waive").addEventListener("click", () => {
  const { id, name } = learnerNamed(at("learner").value);
  if (current) session.waive({ learner: id, name, sco: current.sco.id });
});
at("fault").addEventListener("change", async () => {
  if (speaksXapi(course?.standard)) {
    await session.fail(at("fault").value);
    return at("fault").value === "absent" ? relaunch() : undefined;
  }
  const absent = at("fault").value === "absent";
  if (absent || !(window).hasOwnProperty(course.standard === "1.2" ? "API" : "API_1484_11")) relaunch();
});
at("clear").addEventListener("click", () => log.replaceChildren());
at("only-notes").addEventListener("change", () => log.classList.toggle("only-notes", at("only-notes").checked));
learners(at("learner"), () => relaunch());
tabs(/** @type {HTMLElement} */ (document.querySelector("[role=tablist]")));
followXapi(tell, () => registration, (values) => showModel(at("values"), values));
new EventSource("/api/events").addEventListener("message", (event) => take(JSON.parse(event.data)));
