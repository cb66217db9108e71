// @ts-check
/** Words of the interface: English here, translated by `strings` of course.js. */

/**
 * Plural forms by CLDR category. In a language that only the author speaks they are a list, and "%"
 * has the index of the form of 0 to 99, then of 100 to 199 things, one digit each.
 * @typedef {{[english: string]: string | {[category: string]: string}}} Words
 */

/** @type {Words} */
let words = {};

/**
 * Take over the words of the course's language.
 * @param {Words} given
 */
function setStrings(given) {
  words = given;
}

/** Take over the words that came with the titles, where the course has begun before. */
function takeWords() {
  Object.assign(words, wordsToTake);
  wordsToTake = null;
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
  const found = words[english];
  return fill(typeof found === "string" ? found : english, values);
}

/**
 * Return the form for `count` things; `{n}` is the count. Call it with literals, as `t`.
 * @param {number} count
 * @param {string} one English singular
 * @param {string} many English plural
 * @param {{[name: string]: string|number}} [values]
 * @returns {string}
 */
function tn(count, one, many, values) {
  const forms = words[one];
  const all = Object.assign({ n: count }, values);
  if (!forms || typeof forms === "string") return fill(count === 1 ? one : many, all);
  const rule = words["%"]
    ? String(words["%"]).charAt(count < 100 ? Math.ceil(count) : 100 + (Math.ceil(count) % 100))
    : new Intl.PluralRules(document.documentElement.lang || "en").select(count);
  return fill(forms[rule] || forms.other || forms.many || forms.few || many, all);
}

/**
 * Return a share as whole percent, rounded down as results are shown.
 * @param {number} share 0..1
 * @returns {string}
 */
function percent(share) {
  return Math.floor(share * 100 + 1e-9) + "%";
}
