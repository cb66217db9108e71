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
  setStrings(data.strings);
  unpack(data);
  const make = adapters[data.adapter];
  const adapter = make ? make(data) : localAdapter(data);
  Promise.resolve(adapter.open()).then((launch) => {
    if (launch) begin(data, adapter, launch);
    else beginAlone(data);
  }, () => beginAlone(data));
}

/**
 * Begin without an LMS, though the package is made for one.
 * @param {CourseData} data
 */
function beginAlone(data) {
  const adapter = localAdapter(data);
  begin(data, adapter, /** @type {Launch} */ (adapter.open()));
  notice("alone", t("No learning platform was found: your work is kept in this browser only."));
}

/**
 * @param {CourseData} data
 * @param {Adapter} adapter
 * @param {Launch} launch
 */
function begin(data, adapter, launch) {
  const session = makeSession(adapter, launch);
  const course = makeCourse(data, loadState(data, session));
  const url = location.href.replace(/#.*/, "");
  const base = document.documentElement.dataset.base || "";
  player = {
    course, session, page: document.documentElement.dataset.page || "", url, turn: 0, drawn: "", staying: false,
    base: new URL(base || ".", url).href.replace(/[^/]*$/, ""), launched: isLaunch(session), resuming: false,
    outcome: settle(course, dayNumber(new Date())),
  };
  if (!session.recording && !launch.ended) notice("review", t("You are reviewing the course: nothing is recorded."));
  watchLinks();
  watchLeaving();
  watchOtherWindows();
  const place = placeToResume();
  player.resuming = place !== null && CAN_SWAP;
  const page = course.byId[player.page];
  const reason = page && lockReason(course, page);
  if (reason) showLocked(reason);
  else showPage();
  if (launch.ended) endHere(t("This session has ended. Please leave the course and open it again to go on."));
  if (place) go(new URL(hrefOf(place.id), location.href).href, "replace");
}

/**
 * Tell a launch from a step between pages that are ordinary navigations.
 * @param {Session} session
 * @returns {boolean}
 */
function isLaunch(session) {
  if (session.adapter.name !== "local") return true;
  try {
    const isNew = !sessionStorage.getItem("scormkit");
    sessionStorage.setItem("scormkit", "1");
    return isNew;
  } catch (error) {
    return false; // no storage: nothing to resume either
  }
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

/**
 * @param {Course} course
 * @param {number | null} slot of a quiz
 * @returns {string} which attempt it is, and whether it is open
 */
function attemptOf(course, slot) {
  return [QUIZ_FIELDS.attempts, QUIZ_FIELDS.attempt].map((field) => readField(course, slot, field)).join();
}

/** Without an LMS, another window may go on with the same course: take over what it saved. */
function watchOtherWindows() {
  window.addEventListener("storage", (event) => {
    const { course, session } = player;
    if (!event.newValue || event.key !== session.adapter.key) return;
    const other = decodeState(event.newValue);
    if (!other || other.serial < course.state.serial) return;
    const page = course.byId[player.page];
    const slot = page && page.quiz ? page.quiz.slot : null;
    const before = attemptOf(course, slot);
    course.state = other;
    if (attemptOf(course, slot) !== before) location.reload(); // the attempt on screen is not the present one
    else refreshProgress();
  });
}

/** @type {any} */ (window).scormkit = {
  /** @param {CourseData} data */
  course(data) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => startCourse(data));
    else startCourse(data);
  },
  /** @param {Array<[string, string?]>} given */
  outline(given) {
    titles = given;
  },
  /** @param {Words} given */
  words(given) {
    Object.assign(words, given);
  },
};
