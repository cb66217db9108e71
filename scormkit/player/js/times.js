// @ts-check
/** Times and numbers as the standards and the saved state write them. */

const EPOCH_2020 = Date.UTC(2020, 0, 1) / 1000;

/**
 * Return a length of time as SCORM 1.2 RTE 3.4.4 CMITimespan, HHHH:MM:SS.SS.
 * @param {number} seconds
 * @returns {string}
 */
function timespan12(seconds) {
  const hundredths = Math.min(Math.round(seconds * 100), 3599999999);
  const pad = (/** @type {number} */ n, /** @type {number} */ width) => String(Math.floor(n)).padStart(width, "0");
  const whole = Math.floor(hundredths / 100);
  return pad(whole / 3600, 4) + ":" + pad((whole / 60) % 60, 2) + ":" + pad(whole % 60, 2) + "." + pad(hundredths % 100, 2);
}

/**
 * Return a length of time as SCORM 2004 timeinterval(second,10,2), ISO 8601.
 * @param {number} seconds
 * @returns {string}
 */
function timespan2004(seconds) {
  const hundredths = Math.round(seconds * 100);
  const whole = Math.floor(hundredths / 100);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = ((whole % 60) * 100 + (hundredths % 100)) / 100;
  return "PT" + (hours ? hours + "H" : "") + (minutes ? minutes + "M" : "") + (rest || !whole ? rest + "S" : "");
}

/**
 * Return the time of day as SCORM 1.2 CMITime.
 * @param {Date} when
 * @returns {string}
 */
function time12(when) {
  return [when.getHours(), when.getMinutes(), when.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");
}

/**
 * Return a moment as SCORM 2004 time(second,10,0), in UTC. With a zone, LMSs want a fraction as well.
 * @param {Date} when
 * @returns {string}
 */
function time2004(when) {
  return when.toISOString().slice(0, 19) + ".0Z";
}

/**
 * @param {number} now in milliseconds
 * @returns {number} whole seconds since 2020
 */
function seconds2020(now) {
  return Math.floor(now / 1000) - EPOCH_2020;
}

/**
 * Return the learner's date as days since 2019-12-31.
 * @param {Date} date
 * @returns {number}
 */
function dayNumber(date) {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000) - EPOCH_2020 / 86400 + 1;
}

/**
 * @param {number} day
 * @returns {Date} midnight UTC
 */
function dateOfDay(day) {
  return new Date((EPOCH_2020 + (day - 1) * 86400) * 1000);
}

/**
 * Return a date a while later; `length` is ISO 8601, days to years (P3Y, P1Y6M, P2W, P90D).
 * The end of a month stays in its month.
 * @param {Date} date in UTC
 * @param {string} length
 * @returns {Date}
 */
function addLength(date, length) {
  const part = (/** @type {string} */ unit) => Number((length.match(new RegExp("(\\d+)" + unit)) || [0, 0])[1]);
  const months = date.getUTCMonth() + 12 * part("Y") + part("M");
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), last) + 7 * part("W") + part("D");
  return new Date(Date.UTC(date.getUTCFullYear(), months, day));
}

/**
 * Return a number as SCORM's real(10,7) has it: up to seven places, no exponent.
 * @param {number} value
 * @returns {string}
 */
function decimal(value) {
  return String(Number(value.toFixed(7))).includes("e") ? value.toFixed(7).replace(/\.?0+$/, "") : String(Number(value.toFixed(7)));
}
