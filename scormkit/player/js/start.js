// @ts-check
/** The way in: course.js calls scormkit.course() with the data of the course. */

/** @type {{[name: string]: (data: CourseData) => Adapter}} */
const adapters = {};
if (typeof scorm12 === "function") adapters.scorm12 = () => scorm12();
if (typeof scorm2004 === "function") adapters.scorm2004 = () => scorm2004();
if (typeof xapiAdapter === "function") adapters.xapi = xapiAdapter;
if (typeof cmi5Adapter === "function") adapters.cmi5 = cmi5Adapter;

/**
 * @param {CourseData} data
 */
function startCourse(data) {
  unpack(data);
  setStrings(data.strings);
  const make = adapters[data.adapter];
  openCourse(data, make ? make(data) : localAdapter(data), 0);
}

/**
 * @param {CourseData} data
 * @param {Adapter} adapter
 * @param {number} wait in milliseconds, since the LMS did not answer before; 0 at first
 */
function openCourse(data, adapter, wait) {
  Promise.resolve(adapter.open()).then((launch) => {
    if (launch && !launch.failed) claimCourse(data, adapter, launch);
    else if (launch) withMore(() => openLater(data, adapter, wait));
    else beginAlone(data, t("No learning platform was found: your work is kept in this browser only."));
  }, () => withMore(() => openLater(data, adapter, wait)));
}

/**
 * Begin without an LMS, though the package is made for one.
 * @param {CourseData} data
 * @param {string} words
 */
function beginAlone(data, words) {
  const adapter = localAdapter(data);
  claimCourse(data, adapter, /** @type {Launch} */ (adapter.open()));
  notice("alone", words);
}

/**
 * Begin as the one window that works on the course; where there may be another, or work that waits,
 * with the code for that.
 * @param {CourseData} data
 * @param {Adapter} adapter
 * @param {Launch} launch
 */
function claimCourse(data, adapter, launch) {
  const session = makeSession(data, adapter, launch);
  dropNotice("failing");
  if (!session.recording) {
    session.lease.held = true; // to look at a course takes nothing from anyone
    begin(data, session, null);
  } else if (isTaken(session.lease)) {
    withMore(() => askToBegin(data, session));
  } else {
    beginAtWork(data, session);
  }
}

/**
 * @param {CourseData} data
 * @param {Session} session
 */
function beginAtWork(data, session) {
  holdLease(session.lease);
  if (mayHaveKept(data, session)) withMore(() => begin(data, session, readKept(data, session)));
  else begin(data, session, null);
  const others = storedKeys().filter((key) => ![undefined, "", session.owner].includes(key.split("|")[3]));
  if (others.length) loadMore().then(() => tidyStore(session.owner), () => 0); // else at the next launch
}

/**
 * Read the saved state, and what this browser kept of it. One that cannot be read is put aside in the
 * browser, not lost.
 * @param {CourseData} data
 * @param {Session} session
 * @param {KeptWork | null} work
 * @returns {{state: State, changed: Changes}}
 */
function loadState(data, session, work) {
  const saved = session.launch.state;
  const state = decodeState(saved);
  if (saved && !state) writeOwn(storeKey(data, "unreadable", session.owner), saved);
  if (saved && !state && !work) notice("unreadable", t("Your saved work could not be read. The course starts afresh."), true);
  const used = work ? takeUp(data, session, state, work) : { state: state || newState(), changed: {} };
  used.state.layout = Math.max(used.state.layout, data.layout.number);
  return used;
}

/**
 * @returns {State} an empty one, with a birth of its own
 */
function newState() {
  return Object.assign(emptyState(), { heads: [Math.random().toString(36).slice(2, 8)] });
}

/**
 * @param {CourseData} data
 * @param {Session} session
 * @param {KeptWork | null} work
 */
function begin(data, session, work) {
  const { launch } = session;
  const loaded = loadState(data, session, work);
  const course = makeCourse(data, loaded.state);
  course.changed = loaded.changed;
  player = {
    course, session, page: document.documentElement.dataset.page || "", url: location.href.replace(/#.*/, ""), turn: 0,
    drawn: "", staying: false, base: baseOfPart(), launched: isLaunch(session), resuming: false,
    outcome: settle(course, dayNumber(new Date())),
  };
  if (!session.recording && !launch.ended) notice("review", t("You are reviewing the course: nothing is recorded."));
  readyMenu();
  watchLinks();
  watchLeaving();
  const way = wayIn();
  player.resuming = way !== null && CAN_SWAP;
  const page = course.byId[player.page];
  const reason = page && lockReason(course, page);
  if (reason) showLocked(reason);
  else showPage();
  if (launch.apart) showSaved(false, true);
  if (launch.ended) endHere(t("This session has ended. Please leave the course and open it again to go on."));
  if (way) go(way, "replace");
}

/**
 * Return where a launch leads on: to the place where the learner left, in the learner's language.
 * @returns {string | null}
 */
function wayIn() {
  const place = placeToResume();
  const here = player.url.replace(/[?].*/, "");
  const url = place ? new URL(hrefOf(place.id), location.href).href : here;
  const found = typeof inWantedLanguage === "function" && player.launched ? inWantedLanguage(url) : url;
  return found === here ? null : found;
}

/**
 * Tell a launch from a step between pages that are ordinary navigations.
 * @param {Session} session
 * @returns {boolean}
 */
function isLaunch(session) {
  if (session.adapter.name !== "local") return true;
  const isNew = !readTab("scormkit");
  return writeTab("scormkit", "1") && isNew; // no storage: nothing to resume either
}

/**
 * Show why the page that was opened by its address is locked.
 * @param {string} reason
 */
function showLocked(reason) {
  const main = $("#main");
  const heading = $("h1", main);
  main.textContent = "";
  if (heading) main.append(heading);
  main.append(h("p", { class: "lead" }, reason));
  touch(true);
}

/** @type {any} */ (window).scormkit = {
  /** @param {CourseData} data */
  course(data) {
    if (typeof takeLanguage === "function" && player) takeLanguage(data);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => startCourse(data));
    else startCourse(data);
  },
  /** @param {Array<[string, string?]>} given @param {Words} itsWords */
  outline(given, itsWords) {
    titles = given;
    wordsToTake = itsWords;
  },
  /** @param {Words} given */
  words(given) {
    Object.assign(words, given);
  },
};
