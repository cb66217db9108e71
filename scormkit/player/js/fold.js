// @ts-check
/** How typed answers are compared: spaces, case, diacritics, numbers. fold.py is its twin. */

const SPACES = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Letters whose stroke is no combining mark, and Cyrillic letters that are typed without theirs. */
const PLAIN = { đ: "d", Đ: "D", ł: "l", Ł: "L", ø: "o", Ø: "O", ё: "е", Ё: "Е", ѐ: "е", Ѐ: "Е", ѝ: "и", Ѝ: "И" };

/**
 * Take diacritics off: ș and ş become s. Cyrillic й, ї, ў are letters of their own and stay.
 * @param {string} text in NFC
 * @returns {string}
 */
function stripMarks(text) {
  const bare = text.replace(/[^\u0400-\u04ff]+/g, (part) => part.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  return bare.replace(/[đĐłŁøØёЁѐЀѝЍ]/g, (letter) => PLAIN[/** @type {keyof PLAIN} */ (letter)]);
}

/**
 * Return a typed text in the form in which it is compared.
 * @param {string} text
 * @param {boolean} [keepCase]
 * @param {boolean} [exact] keep diacritics
 * @returns {string}
 */
function fold(text, keepCase, exact) {
  let out = text.normalize("NFC").replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(SPACES, " ").replace(/^ | $/g, "");
  out = out.replace(/[\u2018\u2019\u02bc\u02b9\u2032`\u00b4]/g, "'").replace(/[\u2010-\u2014\u2212]/g, "-");
  if (!exact) out = stripMarks(out);
  return keepCase ? out : out.toLowerCase().replace(/ς/g, "σ").replace(/\u0307/g, "");
}

/**
 * Read a number as people type it: point or comma, spaces between groups of three, any minus,
 * with or without the unit. Null where it is none.
 * @param {string} text
 * @param {string} [unit]
 * @returns {number | null}
 */
function parseNumber(text, unit) {
  let typed = fold(text);
  const name = fold(unit || "");
  if (name && typed.endsWith(name)) typed = typed.slice(0, -name.length);
  else if (name && typed.startsWith(name)) typed = typed.slice(name.length);
  typed = typed.replace(/^ | $/g, "").replace(/^([+-]) /, "$1");
  if (!/^[+-]?(?:[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)?(?:[.,][0-9]*)?$/.test(typed) || !/[0-9]/.test(typed)) return null;
  return Number(typed.replace(/ /g, "").replace(",", "."));
}
