// @ts-check
/** What a visit to a page does: opened, read, done. */

/** @type {Array<() => void>} what to undo when the page is left */
let leaving = [];

/** Let go of the page that is shown. */
function leavePage() {
  for (const undo of leaving) undo();
  leaving = [];
}

/** Bring the page in the document to life. */
function showPage() {
  const { course, session } = player;
  const main = $("#main");
  player.page = document.documentElement.dataset.page || "";
  const page = course.byId[player.page];
  if (page) {
    notePage(course, page, 1);
    if (page.slot !== null) course.state.place = page.slot + 1;
  }
  bringToLife(main);
  if (page && !player.resuming) noteEvent({ kind: "page", page });
  if (page) watchEnd(page);
  lookAhead();
  evaluatePage();
  if (!session.closed) touch(!player.resuming);
}

/** What needs more.js on a page. */
const ACTIVE = "[data-question],[data-quiz],[data-media],[data-panels],[data-search],[data-zoom],[data-certificate],a[data-term],time[data-zone]";

/**
 * Make the activities of a page work; their code is loaded with the first page that has any.
 * @param {HTMLElement} main
 */
function bringToLife(main) {
  if ($(ACTIVE, main)) {
    withMore(() => {
      mountAll($("#main"));
      evaluatePage();
    });
  }
  for (const hook of pageHooks) hook(main, player.page);
}

/**
 * Run what needs more.js, at once where it is there.
 * @param {() => void} act
 */
function withMore(act) {
  if (moreIsThere) act();
  else whenLoaded(loadMore, act);
}

/**
 * Run what needs turn.js, at once where it is there.
 * @param {() => void} act
 */
function withTurn(act) {
  if (canTurn()) act();
  else whenLoaded(loadTurn, act);
}

/**
 * Load code and run what needs it; where it does not come, the learner may try again.
 * @param {() => Promise<void>} loader
 * @param {() => void} act
 */
function whenLoaded(loader, act) {
  loader().then(() => {
    dropNotice("fetch");
    act();
  }, () => {
    notice("fetch", t("The page could not be loaded. Please check your connection."), true, button(t("Try again"), () => whenLoaded(loader, act)));
  });
}

/**
 * Note that a page is read once its end was on screen.
 * @param {PageData} page
 */
function watchEnd(page) {
  const end = $("#end");
  if (!end) return;
  const read = () => {
    if (notePage(player.course, page, 2)) {
      evaluatePage();
      touch();
    }
  };
  if (!window.IntersectionObserver) {
    read();
    return;
  }
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) read();
  });
  observer.observe(end);
  leaving.push(() => observer.disconnect());
}

/** Note that the lesson on screen is done, where its rule holds. */
function evaluatePage() {
  const { course } = player;
  const page = course.byId[player.page];
  if (!page || page.kind !== "lesson") return;
  const rule = page.done || { read: true, checks: null, watched: null };
  const seen = readField(course, page.slot, SEEN);
  if (seen === 3 || (rule.read && seen < 2)) return;
  const main = $("#main");
  if ((rule.checks || rule.watched !== null) && !moreIsThere) return; // until more.js is there
  if (rule.checks && !$$("[data-question]", main).every((el) => checkHolds(el, rule.checks))) return;
  if (rule.watched !== null && !$$("[data-media]", main).every((el) => isWatched(el, rule.watched))) return;
  notePage(course, page, 3);
  noteObjectives(page);
}

/**
 * Report objectives of which all lessons are done.
 * @param {PageData} page
 */
function noteObjectives(page) {
  const course = player.course;
  (course.data.objectives || []).forEach(([id], index) => {
    if (!(page.objectives || []).includes(id)) return;
    const all = course.pages.filter((one) => (one.objectives || []).includes(id));
    if (all.every((one) => isDone(course, one))) noteObjective({ id, index, score: null, completed: true, passed: null });
  });
}

/**
 * Report an objective at the next save, over what is yet unsaid of it.
 * @param {ObjectiveRecord} record
 */
function noteObjective(record) {
  const before = player.session.objectives[record.id];
  if (before && before.score !== null && record.score === null) record.score = before.score;
  if (before && record.passed === null) record.passed = before.passed;
  player.session.objectives[record.id] = record;
  noteEvent({ kind: "objective", record });
}

/** Draw outline, home page and locks anew, where a status is another one. */
function refreshProgress() {
  const { course } = player;
  player.outcome = settle(course, dayNumber(new Date()));
  const drawn = toDigits(course.state.status) + " " + player.url + " " + course.state.place;
  if (drawn === player.drawn) return;
  player.drawn = drawn;
  const view = viewOf(course, player.outcome);
  drawHome(course.data, view);
  drawProgress(view.progress);
  for (const hook of progressHooks) hook();
  if (canTurn()) drawAround();
}

/**
 * Return what the views of the course may ask.
 * @param {Course} course
 * @param {Outcome} outcome
 * @returns {View}
 */
function viewOf(course, outcome) {
  const place = placeOf(course);
  const when = course.data.certificate && course.data.certificate.when;
  return {
    status: (id) => (isDone(course, course.byId[id]) ? 3 : readField(course, course.byId[id].slot, SEEN)),
    lock: (id) => lockReason(course, course.byId[id]),
    place: place ? place.id : null, progress: outcome.progress, completed: outcome.completed,
    certificate: !!when && outcome[when],
  };
}

/**
 * @param {Course} course
 * @returns {PageData | undefined} the page that was opened last
 */
function placeOf(course) {
  return course.pages.find((page) => page.slot !== null && page.slot + 1 === course.state.place);
}
