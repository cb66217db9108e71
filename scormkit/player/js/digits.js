// @ts-check
/** Texts and lists of numbers as digits of the saved state; statecodec.py is the twin. */

/**
 * Return text as digits of an entry: UTF-8 in base64url.
 * @param {string} text
 * @returns {string}
 */
function textToDigits(text) {
  const bytes = unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd")));
  return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

/**
 * Return the text of an entry's digits, null where they are none.
 * @param {string} digits
 * @returns {string | null}
 */
function digitsToText(digits) {
  try {
    return decodeURIComponent(escape(atob(digits.replace(/-/g, "+").replace(/_/g, "/"))));
  } catch (error) {
    return null;
  }
}

/**
 * Return small numbers as digits, one each; 63 and more as `_` and two digits, lowest first.
 * @param {number[]} numbers 0 .. 4095
 * @returns {string}
 */
function numbersToDigits(numbers) {
  return numbers.map((n) => (n < 63 ? DIGITS[n] : "_" + DIGITS[n % 64] + DIGITS[n >> 6])).join("");
}

/**
 * Undo `numbersToDigits`.
 * @param {string} digits
 * @returns {number[]}
 */
function digitsToNumbers(digits) {
  return (digits.match(/_..|[^_]/g) || []).map((one) =>
    one.length === 1 ? DIGITS.indexOf(one) : DIGITS.indexOf(one[1]) + 64 * DIGITS.indexOf(one[2]));
}
