// Value types of the run-time data models. A type is a function that returns "" for a
// good value, "type" for a malformed one, "range" for a number out of bounds.

/** @typedef {(value: string) => "" | "type" | "range"} Type */

/** @param {boolean} good @returns {"" | "type"} */
const when = (good) => (good ? "" : "type");

/** Any text of at most `longest` characters. @param {number} longest @returns {Type} */
export const text = (longest) => (value) => when(value.length <= longest);

/** @param {RegExp} pattern @returns {Type} */
export const like = (pattern) => (value) => when(pattern.test(value));

/** One of a vocabulary. @param {...string} words @returns {Type} */
export const word = (...words) => (value) => when(words.includes(value));

/** A decimal number within bounds. @param {number} low @param {number} high @returns {Type} */
export const real = (low = -Infinity, high = Infinity) => (value) => {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return "type";
  return Number(value) < low || Number(value) > high ? "range" : "";
};

/** A whole number within bounds. @param {number} low @param {number} high @returns {Type} */
export const integer = (low, high) => (value) =>
  /^-?\d+$/.test(value) ? real(low, high)(value) : "type";

/** A value of the type, or nothing at all. @param {Type} type @returns {Type} */
export const blankOr = (type) => (value) => (value === "" ? "" : type(value));

/** Items joined by a mark, each of one type. @param {string} mark @param {Type} type @param {number} most */
export const list = (mark, type, most) => (/** @type {string} */ value) => {
  const items = value === "" ? [] : value.split(mark);
  return when(items.length <= most && items.every((item) => type(item) === ""));
};

/** Two values joined by a mark. @param {string} mark @param {Type} left @param {Type} right */
export const pair = (mark, left, right) => (/** @type {string} */ value) => {
  const at = value.indexOf(mark);
  if (at < 0) return "type";
  return when(left(value.slice(0, at)) === "" && right(value.slice(at + mark.length)) === "");
};

/** The type, behind any number of `{name=value}` settings. @param {Type} type @returns {Type} */
export const delimited = (type) => (value) =>
  type(value.replace(/^(\{(lang|case_matters|order_matters)=[^}]*\})+/, ""));

// SCORM 1.2 RTE 3.4.2
/** CMIIdentifier: printable ASCII without spaces, 1 to 255 characters. */
export const identifier12 = like(/^[\x21-\x7e]{1,255}$/);
/** CMITimespan. */
export const timespan12 = like(/^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/);
/** CMITime. */
export const time12 = like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

// SCORM 2004 4th Ed. RTE 4.1.1.7
/** long_identifier_type: a URI of at most 4,000 characters. */
export const longIdentifier = like(/^(?!urn:?$|urn:[^:]*$)[^\s\x00-\x1f"<>\\^`{|}]{1,4000}$/);
/** short_identifier_type. */
export const shortIdentifier = like(/^[^\s\x00-\x1f"<>\\^`{|}[\]]{1,250}$/);
/** language_type; empty is allowed. */
export const language = like(/^([a-z]{2,3}|[ixIX])?(?:(?<=.)-[A-Za-z0-9]{1,8})*$/);
/** timeinterval (second, 10, 2). */
export const timeinterval = like(
  /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
);
/** time (second, 10, 0). */
export const time = like(
  /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2})?)?)?(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?$/,
);
/** localized_string_type. @param {number} longest */
export const localized = (longest) => (/** @type {string} */ value) => {
  const parts = /^\{lang=([^}]*)\}/.exec(value);
  if (parts && language(parts[1]) !== "") return "type";
  return text(longest)(parts ? value.slice(parts[0].length) : value);
};
