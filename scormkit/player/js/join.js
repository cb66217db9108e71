// @ts-check
/** An LMS that answers after the course began without it: its work and this one are made one. */

/**
 * Ask an LRS again that did not answer at the launch; once it does, what it has is put together with
 * what was done since.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @returns {Promise<boolean>} false: nothing is saved yet
 */
function joinLater(tracker, standard) {
  tracker.asked = tracker.asked || connect(tracker, standard);
  return tracker.asked.then((result) => {
    tracker.asked = null;
    tracker.ended = result === "ended";
    if (result === "done") joinWork(takeLaunch(tracker, standard));
    return false;
  });
}

/**
 * @param {Launch} launch
 */
function joinWork(launch) {
  const { course, session } = player;
  if (launch.mode !== "normal") {
    onlyLook(launch);
    return;
  }
  const before = fullState();
  if (launch.state !== session.over) takeIn(launch.state);
  Object.assign(session, { launch, over: launch.state, taken: true, dirty: true, wait: 0 });
  keepWork();
  refreshProgress();
  const changed = changesBetween(course, decodeState(before), course.state);
  if (isOnScreen(changed)) go(location.href, "none");
}

/**
 * Merge what the LMS has into the work: what only one side did is taken from it, scores never fall.
 * @param {string} text
 */
function takeIn(text) {
  const { course, session } = player;
  const has = decodeState(text);
  if (text && !has) writeOwn(storeKey(course.data, "unreadable", session.owner), text);
  const work = { over: session.over, state: fullState(), changed: course.changed, interactions: session.interactions, objectives: session.objectives };
  const merged = mergeWork(course.data, has, work);
  course.state = merged.state;
  course.changed = merged.changed;
  course.state.layout = Math.max(course.state.layout, course.data.layout.number);
}

/**
 * Tell whether the page on screen shows answers that are others now, or a test whose mark may be.
 * @param {Changes} changed
 */
function isOnScreen(changed) {
  const page = player.course.byId[player.page];
  if (!page) return false;
  const asked = $$("[data-question]").map((el) => JSON.parse(el.dataset.question || "{}").slot);
  return !!page.quiz || asked.some((slot) => slot && "c" + slot.n in changed);
}

/**
 * The LMS wants nothing recorded (cmi5 10.2.2): forget what was done meanwhile, but for what an earlier
 * session left.
 * @param {Launch} launch
 */
function onlyLook(launch) {
  const { session } = player;
  session.recording = false;
  session.launch = launch;
  if (!session.taken) dropKept();
  dropNotice("unsaved");
  const box = $("#saved");
  if (box) box.textContent = "";
  if (box) box.classList.remove("is-bad");
  notice("review", t("You are reviewing the course: nothing is recorded."));
}
