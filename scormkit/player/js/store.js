// @ts-check
/** The browser's storage, which may be missing, forbidden or full; and the adapter that uses it. */

/**
 * @param {CourseData} data
 * @param {string} name
 * @param {string} [owner] whose it is: see `ownerOf`
 * @returns {string}
 */
function storeKey(data, name, owner) {
  return ["scormkit", data.published, data.part.published, owner || "", name].join("|");
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
 * Read an entry of this tab alone.
 * @param {string} key
 * @returns {string | null}
 */
function readTab(key) {
  try {
    return sessionStorage.getItem(key);
  } catch (error) {
    return null; // forbidden for this page
  }
}

/**
 * @param {string} key
 * @param {string | null} value null removes it
 * @returns {boolean} whether it is kept
 */
function writeTab(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
    return true;
  } catch (error) {
    return false; // full, or forbidden
  }
}

/**
 * @returns {string[]} the keys of the browser's storage
 */
function storedKeys() {
  try {
    return Object.keys(localStorage);
  } catch (error) {
    return []; // forbidden for this page
  }
}

/**
 * Read an entry of one learner, which begins with the day it was written.
 * @param {string} key
 * @returns {string | null}
 */
function readOwn(key) {
  const value = readStore(key);
  return value && value.slice(value.indexOf(" ") + 1);
}

/**
 * @param {string} key
 * @param {string | null} value null removes it
 * @returns {boolean} whether it is kept
 */
function writeOwn(key, value) {
  return writeStore(key, value === null ? null : dayNumber(new Date()) + " " + value);
}

/**
 * Return 64 bits that stand for a text.
 * @param {string} text
 * @returns {string}
 */
function hashOf(text) {
  let [a, b] = [1, 2];
  for (let i = 0; i < text.length; i++) b = mix(b, a = mix(a, text.charCodeAt(i)));
  return a.toString(36) + b.toString(36);
}

/**
 * Return whose entries these are: the site, the learner there, and what he is enrolled in where that
 * counts. The first folder tells two platforms of one host apart.
 * @param {Learner} learner
 * @returns {string}
 */
function ownerOf({ id, who }) {
  const site = location.host + location.pathname.split("/", 2)[1];
  const person = hashOf(site) + "-" + hashOf(site + "\n" + (who || id));
  return who ? person + "-" + hashOf(id) : person;
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
  };
}
