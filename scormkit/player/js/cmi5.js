// @ts-check
/** The adapter for cmi5, Quartz: an assignable unit that an LMS launches. */

/** @type {Standard} */
const CMI5_UNIT = {
  name: "cmi5",
  once: ["completed", "passed"],
  enter: enterCmi5,
  first(tracker) {
    useLaunch(tracker);
    // 9.3.2: before any other statement
    enqueue(tracker, { s: saidCmi5("initialized", tracker.activity, {}), own: true, alone: true });
  },
  outcome: sayCmi5Outcome,
  last(tracker, record) {
    if (record) sayMissed(tracker, record);
    const seconds = (Date.now() - player.session.begun) / 1000;
    // 9.3.8 and 9.5.4.1
    enqueue(tracker, { s: saidCmi5("terminated", tracker.activity, { result: { duration: timespan2004(seconds) } }), own: true });
  },
  adopt: adoptCmi5,
};

/**
 * Fetch the token once (8.2), then what the LMS says of this launch (10) and of the learner (11).
 * @param {Tracker} tracker
 * @returns {Promise<Delivery>}
 */
function enterCmi5(tracker) {
  const { launch } = tracker;
  const token = tracker.lrs ? Promise.resolve(/** @type {Delivery} */ ("done"))
    : request(launch.fetch, { method: "POST" }).then((answer) => takeToken(tracker, answer));
  return token.then((result) => (result === "done" ? readLaunchData(tracker) : result));
}

/**
 * @param {Tracker} tracker
 * @param {LrsAnswer} answer
 * @returns {Delivery} ended: the token was fetched before, or the address is wrong (8.2.3)
 */
function takeToken(tracker, answer) {
  const found = parseJson(answer.text);
  const token = found && found["auth-token"];
  if (answer.status === 200 && typeof token === "string" && token) {
    tracker.lrs = makeLrs(tracker.launch.endpoint, "Basic " + token, tracker.launch.version);
    return "done";
  }
  return isPassing(answer.status) ? "later" : "ended";
}

/**
 * @param {Tracker} tracker
 * @returns {Promise<Delivery>}
 */
function readLaunchData(tracker) {
  const agent = JSON.stringify(tracker.speaker.actor);
  return Promise.all([
    askLrs(tracker.lrs, "GET", "activities/state", stateParams(tracker, "LMS.LaunchData")),
    askLrs(tracker.lrs, "GET", "agents/profile", { agent, profileId: "cmi5LearnerPreferences" }), // 11: always read
  ]).then(([answer, preferences]) => {
    const found = answer.status === 200 ? parseJson(answer.text) : null;
    if (found) {
      takeLaunchData(tracker, found);
      takePreferences(preferences.status === 200 ? parseJson(preferences.text) : null);
      return "done";
    }
    return isPassing(answer.status) ? "later" : "ended";
  });
}

/**
 * @param {Tracker} tracker
 * @param {any} found LMS.LaunchData (10.2)
 */
function takeLaunchData(tracker, found) {
  const mode = String(found.launchMode).toLowerCase();
  tracker.mode = mode === "browse" || mode === "review" ? mode : "normal";
  tracker.speaker.template = found.contextTemplate || {};
  if (typeof found.masteryScore === "number") {
    tracker.mastery = found.masteryScore;
    setMark(tracker.data, found.masteryScore);
  }
  if (typeof found.returnURL === "string" && /^https?:/i.test(found.returnURL)) offerReturn(found.returnURL);
}

/**
 * Let the LMS's mark stand before the author's (10.2.4), also at the quizzes that share his.
 * @param {CourseData} data
 * @param {number} mark
 */
function setMark(data, mark) {
  const { rules } = data;
  if (!rules.score.length) return;
  const scored = rules.score.map(([quiz]) => quiz);
  for (const module of data.modules) {
    for (const page of module.pages) {
      if (page.quiz && scored.includes(page.id) && page.quiz.mark === rules.mark) page.quiz.mark = mark;
    }
  }
  rules.mark = mark;
}

/** The learner's languages, the best first, separated by commas (11.1); languages.js chooses by them. */
let preferredLanguages = "";

/**
 * Take note of the learner's languages, and turn the sound off where the learner prefers that (11.2).
 * @param {any} preferences
 */
function takePreferences(preferences) {
  if (!preferences) return;
  preferredLanguages = String(preferences.languagePreference || "").replace(/\s/g, "");
  if (preferences.audioPreference !== "off") return;
  pageHooks.push((main) => {
    for (const media of $$("video, audio", main)) /** @type {HTMLMediaElement} */ (media).muted = true;
  });
}

/**
 * Say completed and passed once per registration, and one of passed and failed per session (9.3).
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 */
function sayCmi5Outcome(tracker, record) {
  const { activity } = tracker;
  const seconds = tracker.spent + record.seconds;
  if (record.completed) sayOnce(tracker, "completed", (id) => cmi5Completed(activity, seconds, id), true);
  if (tracker.judged || tracker.said.includes("passed")) return;
  if (record.passed && reaches(tracker, record)) {
    tracker.judged = true;
    sayOnce(tracker, "passed", (id) => cmi5Judged(activity, verdictOf(tracker, record, true, id)), true);
  } else if (record.failed && !record.passed) {
    tracker.judged = true;
    enqueue(tracker, { s: cmi5Judged(activity, verdictOf(tracker, record, false)), own: true });
  }
}

/**
 * Say failed at the end of a session that tried and did not reach the mark, though attempts are left:
 * another session may pass.
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 */
function sayMissed(tracker, record) {
  const { mark, score } = tracker.data.rules;
  if (tracker.judged || !tracker.tried || record.passed || tracker.said.includes("passed")) return;
  const { course } = player;
  const all = score.every(([quiz]) => wasSubmitted(quizWork(course, course.byId[quiz].quiz)));
  if (!all || mark === null || record.score === null || record.score + EPSILON >= mark) return;
  tracker.judged = true;
  enqueue(tracker, { s: cmi5Judged(tracker.activity, verdictOf(tracker, record, false)), own: true });
}

/**
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 * @param {boolean} passed
 * @param {string} [id]
 */
function verdictOf(tracker, record, passed, id) {
  return { passed, score: record.score, mastery: tracker.mastery, seconds: tracker.spent + record.seconds, id };
}

/**
 * Tell whether the score agrees with the LMS's mark: passed must be based on it (9.3.4).
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 */
function reaches(tracker, record) {
  return tracker.mastery === null || record.score === null || record.score + EPSILON >= tracker.mastery;
}

/**
 * A session ends with its own statements; what else it left is said in this session, with the time
 * when it happened beside, since nothing may stand before `initialized` (9.3).
 * @param {Waiting} left
 * @returns {Waiting | null}
 */
function adoptCmi5(left) {
  if (left.own) return null;
  const { s } = left;
  const context = Object.assign({}, s.context);
  context.extensions = Object.assign({ [HAPPENED]: s.timestamp }, context.extensions);
  return Object.assign(left, { s: Object.assign(s, { context, timestamp: moment() }) });
}

/**
 * Note in this tab that a launch is used: its token can't be fetched again (8.2.3.1), so a page that is
 * loaded again finds its session ended.
 * @param {Tracker} tracker
 */
function useLaunch({ data, launch }) {
  writeTab(storeKey(data, "launch"), null);
  writeTab(storeKey(data, "used"), launch.fetch);
}

/**
 * @param {CourseData} data
 * @returns {Adapter}
 */
function cmi5Adapter(data) {
  return statementAdapter(data, CMI5_UNIT, () => {
    const key = storeKey(data, "launch");
    const launch = readLaunch(location.search) || parseJson(readTab(key));
    const used = readTab(storeKey(data, "used"));
    if (used && (!launch || launch.fetch === used)) {
      return { mode: "review", state: "", resumed: false, status: null, score: null, ended: true };
    }
    if (!launch || !launch.fetch || !launch.registration) return null;
    writeTab(key, JSON.stringify(launch)); // a page that is loaded again before the LMS answered goes on with it
    // The actor goes into requests exactly as the LMS wrote it (8.1.3).
    return makeTracker(data, launch, launch.actor);
  });
}
