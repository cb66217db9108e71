// @ts-check
/** Statements by the video profile, version 1.0.3: https://w3id.org/xapi/video. */

const VIDEO_PROFILE = "https://w3id.org/xapi/video";

/**
 * @param {CourseData} data
 * @param {PageData | null} page
 * @param {MediaReport} report
 * @returns {Statement}
 */
function saidMedia(data, page, report) {
  const own = report.verb === "played" || report.verb === "paused" || report.verb === "seeked";
  const verb = own ? VIDEO_PROFILE + "/verbs/" + report.verb : ADL_VERBS + report.verb;
  const context = onPage(data, page, [VIDEO_PROFILE]);
  context.extensions = videoExtensions({
    "session-id": report.session, length: seconds3(report.length), "completion-threshold": report.threshold,
  });
  const result = videoResult(report);
  return statement(verb, innerIri(data, "media", report.id), { context, result });
}

/**
 * @param {MediaReport} report
 * @returns {any} undefined where there is nothing to say
 */
function videoResult(report) {
  const { verb } = report;
  if (verb === "initialized") return undefined;
  if (verb === "played") return { extensions: videoExtensions({ time: seconds3(report.time) }) };
  const so = { progress: Number(report.progress.toFixed(3)), "played-segments": segmentsText(report.segments) };
  if (verb === "seeked") {
    return { extensions: videoExtensions(Object.assign({ "time-from": seconds3(report.from), "time-to": seconds3(report.time) }, so)) };
  }
  const extensions = videoExtensions(Object.assign({ time: seconds3(report.time) }, so));
  if (verb === "completed") return { completion: true, duration: timespan2004(report.watched), extensions };
  return { extensions };
}

/**
 * @param {{[name: string]: any}} values
 * @returns {any}
 */
function videoExtensions(values) {
  /** @type {any} */
  const made = {};
  for (const name of Object.keys(values)) {
    if (values[name] !== undefined) made[VIDEO_PROFILE + "/extensions/" + name] = values[name];
  }
  return made;
}

/**
 * @param {number} time
 * @returns {number} seconds with up to three places, as the profile asks
 */
function seconds3(time) {
  return Number((time || 0).toFixed(3));
}

/**
 * @param {Array<[number, number]>} segments
 * @returns {string} as the profile has it: from[.]to[,]from[.]to
 */
function segmentsText(segments) {
  return segments.map(([from, to]) => seconds3(from) + "[.]" + seconds3(to)).join("[,]");
}
