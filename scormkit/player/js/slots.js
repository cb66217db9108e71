// @ts-check
/** A course at work: its data, and the saved state seen through the slots of its layout. */

/**
 * `changed`: slots changed since the LMS took the state. `quizOf`: the quiz that a slot belongs to.
 * @typedef {{data: CourseData, state: State, at: {status: number[], closed: number[]},
 *   pages: PageData[], byId: {[id: string]: PageData}, changed: Changes,
 *   quizOf: {[slot: string]: number}}} Course
 * @typedef {[number, number]} Field  first bit in the slot, bits
 * `s` or `c` and a slot's number -> [serial of the save that has the change, slot of its quiz or -1]
 * @typedef {{[slot: string]: [number, number]}} Changes
 */

/** Fields of the slots of *status*: docs/reference/saved-state.md. */
const COURSE_FIELDS = { completed: [0, 1], passed: [1, 1], failed: [2, 1], best: [3, 20], day: [23, 14] };
const QUIZ_FIELDS = { attempts: [0, 8], attempt: [8, 2], passed: [10, 1], best: [11, 20] };
const DRAW_FIELDS = { seed: [0, 20], known: [20, 14] };
const SEEN = [0, 2];
const CLOCK_START = [0, 31];
const MILLION = 1000000;

/**
 * @param {CourseData} data
 * @param {State} state
 * @returns {Course}
 */
function makeCourse(data, state) {
  const pages = data.modules.reduce((all, module) => all.concat(module.pages), /** @type {PageData[]} */ ([]));
  /** @type {{[id: string]: PageData}} */
  const byId = {};
  for (const page of pages) byId[page.id] = page;
  const at = { status: startsOf(data.layout.status), closed: startsOf(data.layout.closed) };
  return { data, state, pages, byId, at, changed: {}, quizOf: {} };
}

/**
 * Note that a slot has another value, which the next save holds.
 * @param {Course} course
 * @param {string} slot `s` or `c` and its number
 */
function noteChange(course, slot) {
  const quiz = course.quizOf[slot];
  course.changed[slot] = [course.state.serial + 1, quiz === undefined ? -1 : quiz];
}

/**
 * Return the first bit of each slot.
 * @param {number[]} widths
 * @returns {number[]}
 */
function startsOf(widths) {
  let next = 0;
  return widths.map((width) => (next += width) - width);
}

/**
 * Read a field of a slot of *status*; 0 where the layout has no such slot.
 * @param {Course} course
 * @param {number | null} slot
 * @param {number[]} field
 * @returns {number}
 */
function readField(course, slot, field) {
  return slot === null ? 0 : getBits(course.state.status, course.at.status[slot] + field[0], field[1]);
}

/**
 * Write a field of a slot of *status*; a value beyond its bits becomes the greatest.
 * @param {Course} course
 * @param {number | null} slot
 * @param {number[]} field
 * @param {number} value
 */
function writeField(course, slot, field, value) {
  if (slot === null || value === readField(course, slot, field)) return;
  noteChange(course, "s" + slot);
  setBits(course.state.status, course.at.status[slot] + field[0], field[1], Math.min(value, 2 ** field[1] - 1));
}

/**
 * @param {Course} course
 * @param {QuizBrief} quiz
 * @returns {QuizWork}
 */
function quizWork(course, quiz) {
  const read = (/** @type {number[]} */ field) => readField(course, quiz.slot, field);
  return {
    attempts: read(QUIZ_FIELDS.attempts), attempt: read(QUIZ_FIELDS.attempt),
    passed: read(QUIZ_FIELDS.passed) === 1, best: read(QUIZ_FIELDS.best) / MILLION,
  };
}

/**
 * Return the work that the rules judge.
 * @param {Course} course
 * @returns {Work}
 */
function workOf(course) {
  /** @type {Work} */
  const work = {
    pages: {}, quizzes: {},
    course: {
      completed: readField(course, 0, COURSE_FIELDS.completed) === 1,
      passed: readField(course, 0, COURSE_FIELDS.passed) === 1,
      failed: readField(course, 0, COURSE_FIELDS.failed) === 1,
      best: readField(course, 0, COURSE_FIELDS.best) / MILLION,
    },
  };
  for (const page of course.pages) {
    work.pages[page.id] = readField(course, page.slot, SEEN);
    if (page.quiz) work.quizzes[page.id] = quizWork(course, page.quiz);
  }
  return work;
}

/**
 * Note how far a page is seen; never less than before.
 * @param {Course} course
 * @param {PageData} page
 * @param {number} seen 1 opened, 2 read, 3 done
 * @returns {boolean} whether that is new
 */
function notePage(course, page, seen) {
  const isNew = seen > readField(course, page.slot, SEEN);
  if (isNew) writeField(course, page.slot, SEEN, seen);
  return isNew;
}

/**
 * Judge the work, and keep for good what it reached.
 * @param {Course} course
 * @param {number} today days since 2019-12-31
 * @returns {Outcome}
 */
function settle(course, today) {
  for (const page of course.pages) {
    if (pageDone(page, workOfPage(course, page))) notePage(course, page, 3);
  }
  const outcome = outcomeOf(course.data, workOf(course));
  writeField(course, 0, COURSE_FIELDS.completed, outcome.completed ? 1 : 0);
  writeField(course, 0, COURSE_FIELDS.passed, outcome.passed ? 1 : 0);
  writeField(course, 0, COURSE_FIELDS.failed, outcome.failed ? 1 : 0);
  writeField(course, 0, COURSE_FIELDS.best, Math.round((outcome.score || 0) * MILLION));
  const certificate = course.data.certificate;
  const earned = certificate && outcome[certificate.when];
  if (earned && !readField(course, 0, COURSE_FIELDS.day)) writeField(course, 0, COURSE_FIELDS.day, today);
  return outcome;
}

/**
 * @param {Course} course
 * @param {PageData} page
 * @returns {Work}
 */
function workOfPage(course, page) {
  const work = /** @type {Work} */ ({ pages: { [page.id]: readField(course, page.slot, SEEN) }, quizzes: {} });
  if (page.quiz) work.quizzes[page.id] = quizWork(course, page.quiz);
  return work;
}
