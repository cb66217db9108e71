// @ts-check
/** Moments and dates as the standards and the saved state write them. */

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
