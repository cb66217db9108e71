// The rows of the panel: calls, the model, problems. All text goes in as text.

/** @typedef {import("./runtime.js").Call} Call */

const MOST = 2000;
const LONG = 90;

/** Make an element with a class and text. @param {string} tag @param {string} name @param {string} [text] */
function make(tag, name, text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}

/** A value to read: long ones fold. @param {string} value */
function shown(value) {
  const text = value.replace(/[\x00-\x1f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
  if (!text) return make("span", "mark", "(empty)");
  if (text.length <= LONG) return make("code", "value", text);
  const fold = make("details", "value");
  fold.append(make("summary", "", `${text.slice(0, LONG)}… (${value.length} characters)`), make("code", "", text));
  return fold;
}

/** An element's name that may break behind its points and lines. @param {string} name */
function breakable(name) {
  const parts = name.split(/(?<=[._])/);
  return parts.flatMap((part, at) => (at ? [document.createElement("wbr"), part] : [part]));
}

/** @param {Call} call @param {Date} time */
function row(call, time) {
  const item = make("li", call.error ? "mistake" : call.message ? "remark" : "");
  item.append(make("time", "", time.toTimeString().slice(0, 8)), " ", make("b", "", call.method.replace(/^LMS/, "")), " ");
  const element = make("code", "element");
  element.append(...breakable(call.element));
  if (call.element) item.append(element, " ");
  const set = /SetValue$/.test(call.method);
  if (set) item.append(make("span", "mark", "← "), shown(call.value), " ");
  else if (call.element && !call.error) item.append(make("span", "mark", "→ "), shown(call.result), " ");
  if (call.error) item.append(make("strong", "error", `${call.error} ${call.message}`));
  else if (call.message) item.append(make("em", "", call.message));
  return item;
}

/** Add a call to the log and drop the oldest rows beyond a bound. @param {HTMLElement} log @param {Call} call */
export function addCall(log, call) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  log.append(row(call, new Date()));
  while (log.childElementCount > MOST) log.firstElementChild?.remove();
  if (atEnd) log.scrollTop = log.scrollHeight;
}

/** Mark an event in the log: a launch, a leave, a reload. @param {HTMLElement} log @param {string} text @param {string} [kind] */
export function addEvent(log, text, kind = "event") {
  log.append(make("li", kind, text));
  log.scrollTop = log.scrollHeight;
}

/** Show the values of the model, in order of their elements. @param {HTMLElement} body @param {Record<string, string>} values */
export function showModel(body, values) {
  const names = Object.keys(values).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  body.replaceChildren(...names.map((name) => {
    const line = make("tr", "");
    const head = make("th", "");
    head.append(...breakable(name));
    head.setAttribute("scope", "row");
    const cell = make("td", "");
    cell.append(shown(values[name]));
    line.append(head, cell);
    return line;
  }));
}

/** Show the problems of the source or package. @param {HTMLElement} list @param {{text: string, severity: string}[]} problems */
export function showProblems(list, problems) {
  list.replaceChildren(...problems.map(({ text, severity }) => make("li", severity, text)));
}
