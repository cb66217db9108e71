// What both run-time APIs share: the states of a session, the calls' life, and what is told
// to the panel. Each standard brings its model, codes and rules.

import { advice } from "./advice.js";
import { Store } from "./store.js";

/** @typedef {import("./store.js").Values} Values */
/**
 * @typedef {{learner: {id: string, name: string}, mode: string, sco: Sco}} Launch
 * @typedef {{id: string, title: string, href: string, launch_data: string, mastery: string,
 *   threshold: string, max_time: string, time_limit_action: string, objectives: string[]}} Sco
 * @typedef {{method: string, element: string, value: string, result: string, error: number, message: string}} Call
 * @typedef {{onCall: (call: Call) => void, save: (values: Values) => void, fault: () => string, onEnd: (request: string) => void}} Host
 * @typedef {{elements: import("./store.js").Elements, codes: import("./store.js").Codes,
 *   messages: Record<number, string>, rules: {version: string, idFirst: boolean},
 *   states: {again: number, over: number, get: number[], set: number[], commit: number[], end: number[]},
 *   failed: {set: number, commit: number}, read: (store: Store, name: string) => string | undefined,
 *   close: (values: Values, launch: Launch) => void}} Standard
 */

const SLOW = 2000;

export class Runtime {
  /** @param {Standard} standard @param {Values} values @param {Launch} launch @param {Host} host */
  constructor(standard, values, launch, host) {
    this.standard = standard;
    this.launch = launch;
    this.host = host;
    this.store = new Store(standard.elements, standard.codes, values, standard.rules);
    /** @type {"new" | "open" | "over"} */
    this.state = "new";
    this.error = 0;
  }

  /** @param {string} method @param {unknown} argument */
  initialize(method, argument) {
    const again = this.state === "open" ? this.standard.states.again : 0;
    const over = this.state === "over" ? this.standard.states.over : 0;
    const error = argument === "" ? again || over : 201;
    if (!error) this.state = "open";
    return this.#tell(method, "", "", String(!error), error);
  }

  /** @param {string} method @param {unknown} argument */
  terminate(method, argument) {
    const error = (argument === "" ? 0 : 201) || this.#closed(this.standard.states.end);
    if (error) return this.#tell(method, "", "", "false", error);
    this.state = "over";
    this.standard.close(this.store.values, this.launch);
    const failed = this.#save();
    const result = this.#tell(method, "", "", String(!failed), failed);
    this.host.onEnd(this.store.values["adl.nav.request"] || "");
    return result;
  }

  /** @param {string} method @param {unknown} argument */
  commit(method, argument) {
    const error = (argument === "" ? 0 : 201) || this.#closed(this.standard.states.commit) || this.#save();
    return this.#tell(method, "", "", String(!error), error);
  }

  /** @param {string} method @param {unknown} element */
  get(method, element) {
    const name = String(element);
    const closed = this.#closed(this.standard.states.get);
    const found = closed ? { value: "", error: closed } : this.store.get(name);
    const value = found.error ? "" : this.standard.read(this.store, name) ?? found.value;
    return this.#tell(method, name, "", value, found.error);
  }

  /** @param {string} method @param {unknown} element @param {unknown} given */
  set(method, element, given) {
    const name = String(element);
    const value = String(given);
    let error = this.#closed(this.standard.states.set);
    if (!error && this.host.fault() === "set") error = this.standard.failed.set;
    const before = this.store.values[name];
    if (!error) error = this.store.set(name, value);
    const note = error ? "" : advice(name, given, before);
    return this.#tell(method, name, value, String(!error), error, note);
  }

  /** @param {unknown} code */
  message(code) {
    return this.standard.messages[Number(code)] ?? "";
  }

  /** The error of a call in a state that is not open: before, after. @param {number[]} codes */
  #closed(codes) {
    return this.state === "open" ? 0 : codes[this.state === "new" ? 0 : 1];
  }

  #save() {
    const fault = this.host.fault();
    if (fault === "slow") wait(SLOW);
    if (fault === "commit") return this.standard.failed.commit;
    this.host.save({ ...this.store.values });
    return 0;
  }

  /** @param {string} method @param {string} element @param {string} value @param {string} result @param {number} error @param {string} [note] */
  #tell(method, element, value, result, error, note = "") {
    this.error = error;
    this.host.onCall({ method, element, value, result, error, message: error ? this.message(error) : note });
    return result;
  }
}

/** Block like an LMS whose synchronous request hangs. @param {number} milliseconds */
function wait(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
