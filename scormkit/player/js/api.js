// @ts-check
/** An LMS's API object: where it is, and calls that never throw. */

/**
 * Return the API object of a window or the nearest window above it, null where there is none.
 * @param {Window | null} start
 * @param {string} name `API` (SCORM 1.2 RTE 3.3.6.1) or `API_1484_11` (SCORM 2004 RTE 3.4.3)
 * @returns {any}
 */
function apiAbove(start, name) {
  let win = start;
  for (let step = 0; win && step < 100; step++) {
    try {
      const found = /** @type {any} */ (win)[name];
      if (found) return found;
    } catch (error) {
      // A window of another origin: the API may still be above it.
    }
    if (win.parent === win) return null;
    win = win.parent;
  }
  return null;
}

/**
 * Return the API object of this window, its parents, its opener or the opener's parents.
 * @param {string} name
 * @returns {any}
 */
function findApi(name) {
  return apiAbove(window, name) || apiAbove(window.opener, name) || apiAbove(openerOfTop(), name);
}

/**
 * @returns {Window | null}
 */
function openerOfTop() {
  try {
    return window.top.opener;
  } catch (error) {
    return null; // the top window belongs to somebody else
  }
}

/**
 * There is an LMS, and it does not answer as it must.
 * @type {Launch}
 */
const FAILED = { mode: "review", state: "", resumed: false, status: null, score: null, failed: true };
/**
 * The window was loaded again after its session had ended.
 * @type {Launch}
 */
const ENDED = { mode: "review", state: "", resumed: false, status: null, score: null, ended: true };

/**
 * @typedef {object} Lms
 * @property {(name: string, ...args: string[]) => string} call "" where it failed
 * @property {(element: string) => string} get
 * @property {(element: string, value: string) => boolean} set only if the value is new; true: it is kept
 * @property {(element: string) => string | null} read as get, null where the LMS failed to answer
 * @property {(commit: string) => boolean} commit where it fails, all values are set anew with the next
 */

/**
 * @param {any} api
 * @param {string} get name of the function
 * @param {string} set
 * @param {string} lastError
 * @returns {Lms}
 */
function makeLms(api, get, set, lastError) {
  /** @type {{[element: string]: string}} */
  let kept = {};
  let broke = false;
  /** @type {Lms} */
  const lms = {
    call(name, ...args) {
      try {
        const value = api[name](...args);
        return value === null || value === undefined ? "" : String(value);
      } catch (error) {
        broke = true;
        return "";
      }
    },
    get: (element) => lms.call(get, element),
    set(element, value) {
      if (kept[element] === value) return true;
      const done = lms.call(set, element, value) === "true";
      if (done) kept[element] = value;
      return done;
    },
    read(element) {
      broke = false;
      const value = lms.call(get, element);
      // 403: never set (SCORM 2004 RTE 3.1.7.1); "": an LMS that never tells. Any other error is a failure.
      return value || !broke && ["0", "403", ""].includes(lms.call(lastError)) ? value : null;
    },
    commit(name) {
      const done = lms.call(name, "") === "true";
      if (!done) kept = {};
      return done;
    },
  };
  return lms;
}
