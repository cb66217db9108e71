// @ts-check
/** Words of the interface: English here, translated by `strings` of course.js. */

/** @type {{[key: string]: string}} */
let words = {};

/**
 * Take over the words of the course's language.
 * @param {{[key: string]: string}} given
 */
function setStrings(given) {
  words = given;
}

/**
 * Return `text` with each `{name}` replaced.
 * @param {string} text
 * @param {{[name: string]: string|number}} [values]
 * @returns {string}
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? String(values[name]) : all));
}

/**
 * Return an English text in the course's language. Always call it with a literal in double
 * quotes: the catalogues are held against these calls.
 * @param {string} english
 * @param {{[name: string]: string|number}} [values]
 * @returns {string}
 */
function t(english, values) {
  return fill(words[english] || english, values);
}

/**
 * Return a share as whole percent, rounded down as results are shown.
 * @param {number} share 0..1
 * @returns {string}
 */
function percent(share) {
  return Math.floor(share * 100 + 1e-9) + "%";
}
