// @ts-check
/** The browser's storage, which may be missing, forbidden or full; and the adapter that uses it. */

/**
 * @param {CourseData} data
 * @param {string} name
 * @param {string} [learner]
 * @returns {string}
 */
function storeKey(data, name, learner) {
  return ["scormkit", data.published, data.part.published, learner || "", name].join("|");
}

/**
 * @param {string} key
 * @returns {string | null}
 */
function readStore(key) {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    return null; // forbidden for this page
  }
}

/**
 * @param {string} key
 * @param {string | null} value null removes it
 * @returns {boolean} whether it is kept
 */
function writeStore(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch (error) {
    return false; // full, or forbidden
  }
}

/**
 * The adapter for a course without an LMS: the state lies in this browser.
 * @param {CourseData} data
 * @returns {Adapter}
 */
function localAdapter(data) {
  const key = storeKey(data, "state");
  const keep = (/** @type {TrackRecord | null} */ record) => !record || writeStore(key, record.state);
  return {
    name: "local",
    textLimit: Infinity,
    open() {
      const state = readStore(key) || "";
      return { mode: "normal", state, resumed: state !== "", status: null, score: null };
    },
    save: keep,
    close: keep,
    learner: () => ({ id: "", name: readStore(storeKey(data, "name")) || "" }),
    key,
  };
}
