// @ts-check
/** When a page, a module and a course are done, completed, passed or failed. rules.py is the reference. */

/** Scores are kept in millionths, so a sum of them may be this much off. */
const EPSILON = 6e-7;

/**
 * Tell whether a quiz was ever submitted.
 * @param {QuizWork} work
 */
function wasSubmitted(work) {
  return work.attempt === 2 || work.attempts >= 2;
}

/**
 * Tell whether a quiz can still be tried, or has an attempt open.
 * @param {{attempts: number | null}} quiz
 * @param {QuizWork} work
 */
function attemptsLeft(quiz, work) {
  return quiz.attempts === null || work.attempts < quiz.attempts || work.attempt === 1;
}

/**
 * Tell whether a quiz is passed or out of attempts; without a pass mark, submitted.
 * @param {QuizBrief} quiz
 * @param {QuizWork} work
 */
function quizDone(quiz, work) {
  if (!quiz.graded || quiz.mark === null) return wasSubmitted(work);
  return work.passed || !attemptsLeft(quiz, work);
}

/**
 * @param {PageData} page
 * @param {Work} work
 */
function pageDone(page, work) {
  const seen = work.pages[page.id] || 0;
  if (seen === 3) return true;
  if (page.quiz) return quizDone(page.quiz, work.quizzes[page.id]);
  return page.kind !== "lesson" && seen > 0;
}

/**
 * @param {ModuleData} module
 * @param {Work} work
 */
function moduleDone(module, work) {
  return module.pages.every((page) => pageDone(page, work));
}

/**
 * Return the course score of the best attempts, null before any was submitted.
 * @param {Rules} rules
 * @param {Work} work
 * @returns {number | null}
 */
function courseScore(rules, work) {
  const best = work.course.best;
  if (!best && !rules.score.some(([quiz]) => wasSubmitted(work.quizzes[quiz]))) return null;
  const sum = rules.score.reduce((total, [quiz, weight]) => total + weight * work.quizzes[quiz].best, 0);
  return Math.min(1, Math.max(best, sum));
}

/**
 * Tell whether something that is missing has no attempt left.
 * @param {Rules} rules
 * @param {{[id: string]: QuizBrief}} quizzes
 * @param {Work} work
 */
function isHopeless(rules, quizzes, work) {
  const open = (/** @type {string} */ id) => attemptsLeft(quizzes[id], work.quizzes[id]);
  if (rules.passed.some((id) => !work.quizzes[id].passed && !open(id))) return true;
  if (rules.mark === null) return false;
  const reach = rules.score.reduce((sum, [id, weight]) => sum + weight * (open(id) ? 1 : work.quizzes[id].best), 0);
  return Math.max(reach, work.course.best) + EPSILON < rules.mark;
}

/**
 * Return what holds of a course in a state of work.
 * @param {{rules: Rules, modules: ModuleData[]}} data
 * @param {Work} work
 * @returns {Outcome}
 */
function outcomeOf(data, work) {
  const rules = data.rules;
  /** @type {{[id: string]: QuizBrief}} */
  const quizzes = {};
  /** @type {string[]} */
  const done = [];
  let pages = 0;
  for (const module of data.modules) {
    for (const page of module.pages) {
      pages++;
      if (page.quiz) quizzes[page.id] = page.quiz;
      if (pageDone(page, work)) done.push(page.id);
    }
  }
  const need = rules.pages === null ? 0 : Math.ceil(rules.pages * pages - EPSILON);
  const met = rules.passed.map((id) => work.quizzes[id].passed).concat(rules.done.map((id) => done.includes(id)));
  const completed = work.course.completed || (done.length >= need && met.every(Boolean));
  const score = courseScore(rules, work);
  const judged = rules.mark !== null || rules.passed.length > 0;
  const enough = rules.mark === null || (score !== null && score + EPSILON >= rules.mark);
  const passed = work.course.passed || (completed && judged && enough);
  const failed = !passed && (work.course.failed || (done.length >= need && isHopeless(rules, quizzes, work)));
  const parts = need + met.length;
  const part = parts ? (Math.min(done.length, need) + met.filter(Boolean).length) / parts : 0;
  return {
    done: done.length, pages, completed, passed, failed, judged, score,
    progress: completed ? 1 : part,
    // The one status of a standard that has only one.
    status: passed ? "passed" : failed ? "failed" : completed && !judged ? "completed" : "incomplete",
  };
}
