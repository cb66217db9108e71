// @ts-check
/**
 * Two states of one attempt made one. `mine` is what the LMS has, `work` what this browser kept:
 * per slot the higher commit number wins, a quiz's attempt is taken whole, and scores never fall.
 */

/**
 * @typedef {{data: CourseData, mine: State, theirs: State, base: State, changed: Changes}} Merger
 */

/**
 * Return the state to go on with, and what of it the LMS does not have.
 * @param {CourseData} data
 * @param {State | null} mine null: nothing, or nothing that can be read
 * @param {KeptWork} work
 * @returns {{state: State, changed: Changes}}
 */
function mergeWork(data, mine, work) {
  const theirs = decodeState(work.state);
  const base = decodeState(work.over) || emptyState();
  // An LMS whose copy went back behind what it once had, as after a backup, has nothing newer.
  if (!mine || mine.serial < base.serial) return { state: theirs, changed: work.changed };
  const course = makeCourse(data, mine);
  const merger = { data, mine, theirs, base, changed: work.changed };
  const open = Object.keys(work.changed).filter((slot) => isKnown(course, slot));
  const whole = wholeQuizzes(course, merger, open);
  const taken = open.filter((slot) => {
    const quiz = work.changed[slot][1];
    return quiz in whole ? whole[quiz] : isTheirs(course, merger, slot);
  });
  const best = bestOf(course, theirs, open);
  for (const slot of taken) takeSlot(course, theirs, slot);
  if (open.length < Object.keys(work.changed).length) takeTail(course, merger);
  for (const [n, field, value] of best) setBits(mine.status, course.at.status[n] + field[0], field[1], value);
  if (theirs.serial > mine.serial) mine.place = theirs.place;
  mine.layout = Math.max(mine.layout, theirs.layout);
  mine.serial = Math.max(mine.serial, theirs.serial);
  /** @type {Changes} */
  const changed = {};
  for (const slot of taken.concat(best.map(([n]) => "s" + n))) changed[slot] = work.changed[slot];
  return { state: mine, changed };
}

/**
 * Tell whether this version of the course has a slot.
 * @param {Course} course
 * @param {string} slot
 */
function isKnown(course, slot) {
  return Number(slot.slice(1)) < course.data.layout[slot[0] === "s" ? "status" : "closed"].length;
}

/**
 * Return all that a state holds of a slot, to be compared.
 * @param {Course} course for its layout
 * @param {State} state
 * @param {string} slot
 * @returns {string}
 */
function contentOf(course, state, slot) {
  const n = Number(slot.slice(1));
  if (slot[0] === "s") return String(getBits(state.status, course.at.status[n], course.data.layout.status[n]));
  const at = course.at.closed[n];
  const bits = Array.from({ length: course.data.layout.closed[n] }, (none, i) => state.closed[at + i] || 0).join("");
  return JSON.stringify([bits, entriesOf(state.open, n), entriesOf(state.text, n)]);
}

/**
 * @param {Entry[]} entries
 * @param {number} n
 */
function entriesOf(entries, n) {
  return entries.filter((entry) => entry[0] === n);
}

/**
 * Tell whether the kept value of a slot is the one to go on with.
 * @param {Course} course
 * @param {Merger} merger
 * @param {string} slot
 * @returns {boolean}
 */
function isTheirs(course, merger, slot) {
  if (contentOf(course, merger.mine, slot) === contentOf(course, merger.base, slot)) return true;
  return merger.changed[slot][0] > merger.mine.serial;
}

/**
 * Decide on quizzes of which both sides have an attempt of their own, or have ended it: true is theirs.
 * @param {Course} course
 * @param {Merger} merger
 * @param {string[]} slots
 * @returns {{[quiz: string]: boolean}}
 */
function wholeQuizzes(course, merger, slots) {
  /** @type {{[quiz: string]: boolean}} */
  const whole = {};
  const newest = (/** @type {number} */ quiz) =>
    Math.max(...slots.filter((slot) => merger.changed[slot][1] === quiz).map((slot) => merger.changed[slot][0]));
  for (const quiz of new Set(slots.map((slot) => merger.changed[slot][1]))) {
    if (quiz < 0 || !isKnown(course, "s" + quiz)) continue;
    const [mine, theirs, base] = [merger.mine, merger.theirs, merger.base].map((state) => attemptIn(course, state, quiz));
    const began = mine.attempts === theirs.attempts && mine.attempts > base.attempts;
    if (mine.attempts !== theirs.attempts) whole[quiz] = theirs.attempts > mine.attempts;
    else if (mine.attempt !== theirs.attempt) whole[quiz] = theirs.attempt === 2;
    else if (began || mine.attempt !== base.attempt) whole[quiz] = newest(quiz) > merger.mine.serial;
  }
  return whole;
}

/**
 * @param {Course} course
 * @param {State} state
 * @param {number} slot of a quiz
 * @returns {{attempts: number, attempt: number}}
 */
function attemptIn(course, state, slot) {
  const read = (/** @type {number[]} */ [from, bits]) => getBits(state.status, course.at.status[slot] + from, bits);
  return { attempts: read(QUIZ_FIELDS.attempts), attempt: read(QUIZ_FIELDS.attempt) };
}

/**
 * Return the fields that never fall, with the better of both values: what was reached, and scores.
 * @param {Course} course with `mine` as its state
 * @param {State} theirs
 * @param {string[]} slots
 * @returns {Array<[number, number[], number]>} slot, field, value
 */
function bestOf(course, theirs, slots) {
  /** @type {Array<[number, number[], number]>} */
  const best = [];
  for (const slot of slots.filter((one) => one[0] === "s")) {
    const n = Number(slot.slice(1));
    for (const field of risingFields(course, n)) {
      const read = (/** @type {State} */ state) => getBits(state.status, course.at.status[n] + field[0], field[1]);
      best.push([n, field, Math.max(read(course.state), read(theirs))]);
    }
  }
  return best;
}

/**
 * @param {Course} course
 * @param {number} n of a slot of *status*
 * @returns {number[][]}
 */
function risingFields(course, n) {
  if (n === 0) return [COURSE_FIELDS.completed, COURSE_FIELDS.passed, COURSE_FIELDS.best, COURSE_FIELDS.day];
  if (course.pages.some((page) => page.slot === n)) return [SEEN];
  const isQuiz = course.pages.some((page) => page.quiz && page.quiz.slot === n);
  return isQuiz ? [QUIZ_FIELDS.attempts, QUIZ_FIELDS.passed, QUIZ_FIELDS.best] : [];
}

/**
 * Put the kept value of a slot, with what is typed or walked, into the state.
 * @param {Course} course
 * @param {State} theirs
 * @param {string} slot
 */
function takeSlot(course, theirs, slot) {
  const n = Number(slot.slice(1));
  const state = course.state;
  const section = slot[0] === "s" ? "status" : "closed";
  const [at, size] = [course.at[section][n], course.data.layout[section][n]];
  for (let i = 0; i < size; i++) setBits(state[section], at + i, 1, theirs[section][at + i] || 0);
  if (section === "status") return;
  dropEntry(state, n);
  state.open = entriesOf(theirs.open, n).concat(state.open);
  state.text = entriesOf(theirs.text, n).concat(state.text);
}

/**
 * Take what the kept work has in slots that this version of the course does not know, as one.
 * @param {Course} course
 * @param {Merger} merger
 */
function takeTail(course, merger) {
  const { mine, theirs, base } = merger;
  const { status, closed } = course.data.layout;
  const end = (/** @type {number[]} */ widths) => widths.reduce((sum, width) => sum + width, 0);
  const beyond = (/** @type {Entry[]} */ entries) => entries.filter((entry) => entry[0] >= closed.length);
  const tail = (/** @type {State} */ state) => JSON.stringify([
    toDigits(state.status.slice(end(status))), toDigits(state.closed.slice(end(closed))), beyond(state.open), beyond(state.text)]);
  if (tail(mine) !== tail(base) && theirs.serial < mine.serial) return;
  for (const [section, widths] of /** @type {Array<["status" | "closed", number[]]>} */ ([["status", status], ["closed", closed]])) {
    setBits(mine[section], end(widths), 0, 0);
    mine[section] = mine[section].slice(0, end(widths)).concat(theirs[section].slice(end(widths)));
  }
  for (const section of /** @type {Array<"open" | "text">} */ (["open", "text"])) {
    mine[section] = beyond(theirs[section]).concat(mine[section].filter((entry) => entry[0] < closed.length));
  }
}
