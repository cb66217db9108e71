// Plays the same calls on the preview's API and on scorm-again: [standard, static folder,
// scorm-again's folder, stored values, launch] and then calls, as JSON on stdin.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.window ??= globalThis;
console.warn = () => {};
const { standard, ours, again, stored, launch, calls, second } = JSON.parse(readFileSync(0, "utf8"));
const load = (path) => import(pathToFileURL(path).href);
const saved = [];
const told = [];
const fault = { now: "" };
const host = {
  onCall: (call) => told.push(call),
  save: (values) => saved.push(values),
  fault: () => fault.now,
  onEnd: (request) => told.push({ end: request }),
};
const made = standard === "1.2"
  ? (await load(`${ours}/scorm12.js`)).api12(stored, launch, host)
  : (await load(`${ours}/scorm2004.js`)).api2004(stored, launch, host, second);
const last = standard === "1.2" ? "LMSGetLastError" : "GetLastError";

function play(api, faults) {
  return calls.map(([name, ...given]) => {
    if (name === "fault") {
      if (faults) fault.now = given[0];
      return null;
    }
    const answer = api[name](...given);
    return [String(answer), Number(api[last]())];
  });
}

const answers = { ours: play(made.api, true), again: null, saved, told };
if (again) {
  const name = standard === "1.2" ? "Scorm12API" : "Scorm2004API";
  const module = await load(`${again}/esm/${standard === "1.2" ? "scorm12" : "scorm2004"}.js`);
  const api = new module[name]({ logLevel: 5, autocommit: false });
  if (standard === "1.2") api.cmi.core.student_id = launch.learner.id;
  else Object.assign(api.cmi, { learner_id: launch.learner.id, entry: "ab-initio" });
  answers.again = play(api, false);
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
