// @ts-check
/** A length of time as SCORM 2004, xAPI and cmi5 write it. */

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
