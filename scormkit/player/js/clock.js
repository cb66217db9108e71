// @ts-check
/** The clock of an attempt: it runs on while the learner is away. */

/** Seconds left at which the time is said. */
const ANNOUNCED = [600, 300, 60, 30];

/**
 * @param {number} seconds
 * @returns {string} 1:05:09 or 5:09
 */
function clockText(seconds) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return (hours ? hours + ":" + two(minutes) : String(minutes)) + ":" + two(Math.floor(seconds) % 60);
}

/**
 * Return how many seconds are left; a device whose clock went back gives no extra time beyond the limit.
 * @param {number} start seconds since 2020
 * @param {number} limit
 * @param {number} now
 * @returns {number}
 */
function secondsLeft(start, limit, now) {
  return Math.min(limit, start + limit - now);
}

/**
 * @param {QuizView} quiz
 */
function startClock(quiz) {
  const box = $(".quiz-clock", quiz.form);
  const limit = quiz.data.limit;
  let before = Infinity;
  const tick = () => {
    const left = secondsLeft(readField(player.course, quiz.data.clock, CLOCK_START), limit, seconds2020(Date.now()));
    box.textContent = clockText(Math.max(0, left));
    const mark = ANNOUNCED.find((at) => left <= at && before > at && at < limit);
    if (mark !== undefined && before !== Infinity) say(t("Time left: {time}", { time: clockText(left) }));
    before = left;
    if (left <= 0) submitAttempt(quiz, true);
  };
  box.hidden = false;
  clearInterval(quiz.timer);
  quiz.timer = window.setInterval(tick, 1000);
  tick();
}
