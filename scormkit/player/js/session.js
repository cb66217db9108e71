// @ts-check
/** One session per launch: what is to be saved, when, and whether the learner's work is safe. */

const SAVE_DELAY = 4000;
const RETRY_FIRST = 2000;
const RETRY_LAST = 60000;

/**
 * over: what the LMS has; unsent: this browser holds work that the LMS did not take.
 * @typedef {{adapter: Adapter, launch: Launch, recording: boolean, begun: number, dirty: boolean,
 *   closed: boolean, busy: boolean, wait: number, timer: number, over: string, unsent: boolean,
 *   interactions: InteractionRecord[], objectives: {[id: string]: ObjectiveRecord}}} Session
 */

/**
 * @param {Adapter} adapter
 * @param {Launch} launch
 * @returns {Session}
 */
function makeSession(adapter, launch) {
  return {
    adapter, launch, recording: launch.mode === "normal", begun: Date.now(), dirty: false, closed: false,
    busy: false, wait: 0, timer: 0, over: launch.state, unsent: false, interactions: [], objectives: {},
  };
}

/**
 * Read the saved state. One that cannot be read is put aside in the browser, not lost.
 * @param {CourseData} data
 * @param {Session} session
 * @returns {State}
 */
function loadState(data, session) {
  const saved = session.launch.state;
  const unsent = session.adapter.name === "local" ? null : readUnsent(data, session);
  const state = decodeState(unsent || saved);
  if (saved && !state) {
    writeStore(storeKey(data, "unreadable", learnerKey(session)), saved);
    notice("unreadable", t("Your saved work could not be read. The course starts afresh."), true);
  }
  const used = state || emptyState();
  used.layout = Math.max(used.layout, data.layout.number);
  return used;
}

/**
 * Return work that an earlier session could not send: the learner's own, where the LMS still has
 * what it continues, which is nothing after a first session that failed.
 * @param {CourseData} data
 * @param {Session} session
 * @returns {string | null}
 */
function readUnsent(data, session) {
  const [over, state, learner] = (readStore(storeKey(data, "unsent")) || "").split(" ");
  session.unsent = !!state;
  if (!state || over !== session.launch.state || !decodeState(state)) return null;
  const id = learnerKey(session);
  return learner === encodeURIComponent(id) && (over || id) ? state : null;
}

/**
 * @param {Session} session
 * @returns {string} "" where the LMS does not say who learns
 */
function learnerKey(session) {
  return session.adapter.name === "local" ? "" : session.adapter.learner().id;
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
  else if (!session.timer) schedule(SAVE_DELAY); // steady work must not put the save off for ever
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
    seconds: (Date.now() - session.begun) / 1000,
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
  if (!session.recording || session.closed || session.busy) return;
  const record = makeRecord();
  session.dirty = false;
  session.busy = true;
  const result = session.adapter.save(record);
  if (typeof result === "boolean") saved(record, result);
  else result.then((ok) => saved(record, ok), () => saved(record, false));
}

/**
 * @param {TrackRecord} record
 * @param {boolean} ok
 */
function saved(record, ok) {
  const { course, session } = player;
  session.busy = false;
  if (ok) {
    session.wait = 0;
    const last = record.interactions[record.interactions.length - 1];
    if (last && last.index + 1 > course.state.interactions) {
      course.state.interactions = last.index + 1 + session.interactions.length - record.interactions.length;
      session.dirty = true;
    }
    session.interactions = session.interactions.slice(record.interactions.length);
    for (const one of record.objectives) {
      if (session.objectives[one.id] === one) delete session.objectives[one.id];
    }
    keepUnsent(null);
    session.over = record.state;
    if (session.dirty) schedule(SAVE_DELAY);
  } else {
    session.dirty = true;
    session.wait = Math.min(RETRY_LAST, session.wait * 2 || RETRY_FIRST);
    keepUnsent(record.state);
    schedule(session.wait);
  }
  showSaved(ok);
}

/**
 * Keep what an LMS did not take in this browser, for the next launch; null forgets it.
 * @param {string | null} state
 */
function keepUnsent(state) {
  const { course, session } = player;
  if (session.adapter.name === "local" || (state === null && !session.unsent)) return;
  const value = state && [session.over, state, encodeURIComponent(learnerKey(session))].join(" ");
  session.unsent = state !== null && writeStore(storeKey(course.data, "unsent"), value);
  if (state === null) writeStore(storeKey(course.data, "unsent"), null);
}

/**
 * Say in the bar whether the work is safe.
 * @param {boolean} ok
 */
function showSaved(ok) {
  const box = $("#saved");
  const local = player.session.adapter.name === "local";
  const words = ok ? (local ? t("Saved in this browser") : t("Saved")) : t("Not saved");
  if (box && box.textContent !== words) box.textContent = words;
  if (box) box.classList.toggle("is-bad", !ok);
  const why = !ok && player.session.adapter.trouble ? player.session.adapter.trouble() : "";
  if (ok) dropNotice("unsaved");
  else if (why) notice("unsaved", why, true);
  else if (local) notice("unsaved", t("This browser keeps nothing: your work is lost when you leave."), true);
  else notice("unsaved", t("Your work could not be saved yet. We keep trying: please stay on this page."), true);
}

/** End the session, once. */
function closeSession() {
  const session = player.session;
  if (session.closed || session.launch.ended) return;
  clearTimeout(session.timer);
  const ok = session.adapter.close(session.recording ? makeRecord() : null);
  session.closed = true;
  if (!ok && session.recording) keepUnsent(makeRecord().state);
}

/** Watch for the page being hidden, left, and shown again from the browser's memory. */
function watchLeaving() {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  window.addEventListener("pagehide", () => {
    if (player.staying) save();
    else closeSession();
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
  $$("input, select, textarea, button", $("#main") || document).forEach((control) => {
    /** @type {HTMLInputElement} */ (control).disabled = true;
  });
}
