// @ts-check
/** Times and numbers as the standards and the saved state write them. */

const EPOCH_2020 = Date.UTC(2020, 0, 1) / 1000;

/**
 * Return the learner's date as days since 2019-12-31.
 * @param {Date} date
 * @returns {number}
 */
function dayNumber(date) {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000) - EPOCH_2020 / 86400 + 1;
}

/**
 * Return a number as SCORM's real(10,7) has it: up to seven places, no exponent.
 * @param {number} value
 * @returns {string}
 */
function decimal(value) {
  return String(Number(value.toFixed(7))).includes("e") ? value.toFixed(7).replace(/\.?0+$/, "") : String(Number(value.toFixed(7)));
}
