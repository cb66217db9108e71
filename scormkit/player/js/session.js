// @ts-check
/** One session per launch: what is to be saved, when, and whether the learner's work is safe. */

const SAVE_DELAY = 4000;
const RETRY_FIRST = 2000;
const RETRY_LAST = 60000;

/**
 * over: what the LMS has; kept: this browser holds work that the LMS did not confirm; keeping: the
 * timer of the next copy; owner: whose the browser's entries are, "" where the browser is all; apart: it began without knowing what the LMS has; taken: work of another session is yet to be sent.
 * @typedef {{adapter: Adapter, launch: Launch, recording: boolean, begun: number, dirty: boolean,
 *   closed: boolean, busy: boolean, wait: number, timer: number, over: string, kept: boolean, keeping: number,
 *   owner: string, apart: boolean, taken: boolean, lease: Lease, interactions: InteractionRecord[], objectives: {[id: string]: ObjectiveRecord}}} Session
 */

/**
 * @param {CourseData} data
 * @param {Adapter} adapter
 * @param {Launch} launch
 * @returns {Session}
 */
function makeSession(data, adapter, launch) {
  const owner = adapter.name === "local" || launch.ended ? "" : ownerOf(adapter.learner());
  const folder = hashOf(baseOfPart());
  return {
    adapter, launch, recording: launch.mode === "normal", begun: Date.now(), dirty: false, closed: !!launch.ended,
    busy: false, wait: launch.apart ? RETRY_FIRST : 0, timer: 0, over: launch.state, kept: false, keeping: 0, owner,
    apart: !!launch.apart, taken: false,
    lease: makeLease(storeKey(data, "lease-" + folder, owner)), interactions: [], objectives: {},
  };
}

/**
 * Tell whether nothing that is done here would be kept: the session is over, or another window is at work.
 */
function isIdle() {
  const { session } = player;
  return session.closed || !session.lease.held;
}

/**
 * Note that there is something to save; it is saved soon, or at once.
 * @param {boolean} [now]
 */
function touch(now) {
  const session = player.session;
  session.dirty = true;
  refreshProgress();
  if (now || session.adapter.name === "local") save();
  else {
    keepSoon();
    if (!session.timer) schedule(SAVE_DELAY); // steady work must not put the save off for ever
  }
}

/**
 * @param {number} delay in milliseconds
 */
function schedule(delay) {
  const session = player.session;
  clearTimeout(session.timer);
  session.timer = window.setTimeout(save, Math.max(delay, session.wait));
}

/**
 * Judge the work and return all that an LMS may want to know of it.
 * @returns {TrackRecord}
 */
function makeRecord() {
  const { course, session } = player;
  const outcome = player.outcome = settle(course, dayNumber(new Date()));
  if (session.dirty) course.state.serial++;
  const place = placeOf(course);
  return {
    state: encodeState(course.state, course.data.limit, course.data.layout.closed),
    status: outcome.status, completed: outcome.completed, passed: outcome.passed, failed: outcome.failed,
    judged: outcome.judged, score: outcome.score, progress: outcome.progress, place: place ? place.id : "",
    seconds: (Date.now() - session.begun) / 1000, taken: session.taken,
    interactions: session.interactions, objectives: Object.keys(session.objectives).map((id) => session.objectives[id]),
  };
}

/**
 * Tell an adapter what happens, where its standard has words for more than records hold.
 * @param {Happening} event
 */
function noteEvent(event) {
  const { adapter, recording } = player.session;
  if (recording && adapter.note) adapter.note(event);
}

/** Save all that is new; where that fails, again and again with the newest state. */
function save() {
  const session = player.session;
  clearTimeout(session.timer);
  session.timer = 0;
  if (!session.recording || session.busy || isIdle()) return;
  const record = makeRecord();
  const { serial } = player.course.state;
  session.dirty = false;
  session.busy = true;
  const result = session.adapter.save(record);
  if (typeof result === "boolean") {
    saved(record, result, serial);
    return;
  }
  keepWork();
  result.then((ok) => saved(record, ok, serial), () => saved(record, false, serial));
}

/**
 * @param {TrackRecord} record
 * @param {boolean} ok
 * @param {number} serial of the state in the record
 */
function saved(record, ok, serial) {
  const { session } = player;
  session.busy = false;
  let kept = false;
  if (ok) {
    noteSaved(record, serial);
    if (session.dirty) schedule(SAVE_DELAY);
  } else {
    session.dirty = true;
    session.wait = Math.min(RETRY_LAST, session.wait * 2 || RETRY_FIRST);
    kept = keepWork();
    schedule(session.wait);
  }
  if (!isIdle() && session.recording) showSaved(ok, kept);
}

/**
 * Forget what is not to be sent again, and what waited in the browser.
 * @param {TrackRecord} record
 * @param {number} serial
 */
function noteSaved(record, serial) {
  const { course, session } = player;
  session.wait = 0;
  session.taken = false;
  const last = record.interactions[record.interactions.length - 1];
  if (last && last.index + 1 > course.state.interactions) {
    course.state.interactions = last.index + 1 + session.interactions.length - record.interactions.length;
    session.dirty = true;
  }
  session.interactions = session.interactions.slice(record.interactions.length);
  for (const one of record.objectives) {
    if (session.objectives[one.id] === one) delete session.objectives[one.id];
  }
  for (const slot of Object.keys(course.changed)) {
    if (course.changed[slot][0] <= serial) delete course.changed[slot];
  }
  session.over = record.state;
  if (session.dirty) keepSoon();
  else dropKept();
  if (session.lease.others) session.lease.tell("state", fullState());
}

/**
 * @returns {string} the state with all that is in it, whatever the LMS has room for
 */
function fullState() {
  const { state, data } = player.course;
  return encodeState(state, null, data.layout.closed);
}

/**
 * Say in the bar whether the work is safe.
 * @param {boolean} ok
 * @param {boolean} kept what is not saved waits in this browser
 */
function showSaved(ok, kept) {
  const box = $("#saved");
  const local = player.session.adapter.name === "local";
  const words = ok ? (local ? t("Saved in this browser") : t("Saved")) : t("Not saved");
  if (box && box.textContent !== words) box.textContent = words;
  if (box) box.classList.toggle("is-bad", !ok);
  if (ok) dropNotice("unsaved");
  else loadTurn().then(() => tellUnsaved(kept), () => 0); // until then the bar tells it
}

/** End the session, once. */
function closeSession() {
  const { session } = player;
  if (session.closed) return;
  clearTimeout(session.timer);
  leavePage();
  const works = session.recording && session.lease.held;
  const ok = session.adapter.close(works ? makeRecord() : null);
  if (works && ok) dropKept();
  else if (works) keepWork();
  session.closed = true;
}

/** Watch for the page being hidden, left, and shown again from the browser's memory. */
function watchLeaving() {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  window.addEventListener("pagehide", () => {
    if (player.staying) leavePage();
    if (player.staying) save();
    else closeSession();
    dropLease(player.session.lease);
  });
  if (player.course.data.leavesEarly) window.addEventListener("beforeunload", () => save());
  window.addEventListener("online", () => {
    if (player.session.wait) save();
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted || !player.session.closed) return;
    if (player.session.adapter.name === "local") location.reload();
    else endHere(t("This session has ended. Please leave the course and open it again to go on."));
  });
}

/**
 * Stop the work on this page: what is done here from now on would not be kept.
 * @param {string} words
 */
function endHere(words) {
  notice("ended", words, true);
  freeze();
}

/** Take no more answers on this page. */
function freeze() {
  for (const box of $$("[data-question], [data-quiz]")) {
    for (const control of $$("input, select, textarea, button", box)) /** @type {HTMLInputElement} */ (control).disabled = true;
  }
}
