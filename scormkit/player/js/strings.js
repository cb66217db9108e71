// @ts-check
/** Words of the interface: English in the source, translated by `strings` of course.js. */

/** @type {{lang: string, map: Record<string, string | Record<string, string>>}} */
const speech = { lang: "en", map: {} };

/**
 * Take over the words of a language. Plural forms are keyed by CLDR category.
 * @param {string} lang BCP 47
 * @param {Record<string, string | Record<string, string>>} map
 */
function setStrings(lang, map) {
  speech.lang = lang;
  speech.map = map;
}

/**
 * Return `words` with each `{name}` replaced.
 * @param {string} words
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? String(values[name]) : all));
}

/**
 * Return an English text in the course's language.
 * @param {string} english
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function t(english, values) {
  const words = speech.map[english];
  return fill(typeof words === "string" ? words : english, values);
}

/**
 * Return the form for `count` things; `{n}` is the count.
 * @param {number} count
 * @param {string} one English singular
 * @param {string} many English plural
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function tn(count, one, many, values) {
  const forms = speech.map[one];
  const n = Object.assign({ n: count }, values);
  if (typeof forms !== "object") return fill(count === 1 ? one : many, n);
  const category = new Intl.PluralRules(speech.lang).select(count);
  return fill(forms[category] || forms.other || forms.many || forms.few, n);
}

/**
 * Return a share as whole percent, rounded down as results are shown.
 * @param {number} share 0..1
 * @returns {string}
 */
function percent(share) {
  return Math.floor(share * 100 + 1e-9) + "%";
}
