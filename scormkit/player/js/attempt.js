// @ts-check
/** Before an attempt: its rules, and the button that starts it. */

/**
 * Tell whether a learner may try (again).
 * @param {QuizView} quiz
 */
function mayTry(quiz) {
  return player.session.launch.mode !== "review" && attemptsLeft(quiz.data, workNow(quiz));
}

/**
 * Show the rules and the button that starts.
 * @param {QuizView} quiz
 */
function showStart(quiz) {
  const box = $(".quiz-start", quiz.form);
  $(".quiz-questions", quiz.form).hidden = true;
  box.textContent = "";
  if (quiz.data.graded) box.append(rulesOf(quiz));
  const start = mayTry(quiz) ? button(quiz.data.graded ? t("Start the test") : t("Start"), () => startAttempt(quiz)) : null;
  box.append(h("div", { class: "actions" }, start));
}

/**
 * @param {QuizView} quiz
 * @returns {HTMLElement}
 */
function rulesOf(quiz) {
  const { data } = quiz;
  const left = data.attempts === null ? null : Math.max(0, data.attempts - workNow(quiz).attempts);
  const lines = [
    left === null ? t("You can try as often as you like.") : tn(left, "{n} attempt left", "{n} attempts left"),
    data.mark === null ? null : t("To pass: {percent}", { percent: percent(data.mark) }),
    data.limit === null ? null : t("Time limit: {time}. The clock keeps running when you leave.", { time: clockText(data.limit) }),
    data.feedback === "after_question" ? t("Each answer is final once it is checked.") : null,
  ];
  return h("ul", { class: "quiz-rules" }, ...lines.map((line) => (line ? h("li", {}, line) : null)));
}

/**
 * @param {QuizView} quiz
 */
function startAttempt(quiz) {
  const { course } = player;
  const { data } = quiz;
  const slot = quiz.page.quiz.slot;
  if (!mayTry(quiz)) return;
  writeField(course, slot, QUIZ_FIELDS.attempts, workNow(quiz).attempts + 1);
  writeField(course, slot, QUIZ_FIELDS.attempt, 1);
  writeField(course, data.draw, DRAW_FIELDS.seed, crypto.getRandomValues(new Uint32Array(1))[0] % 2 ** 20);
  writeField(course, data.draw, DRAW_FIELDS.known, course.data.layout.closed.length);
  writeField(course, data.clock, CLOCK_START, seconds2020(Date.now()));
  noteEvent({ kind: "attempt", page: quiz.page });
  for (const item of quiz.all) clearAnswer(course, item.q);
  keepDraft(quiz.all.map((item) => item.q), null);
  showAttempt(quiz);
  const first = quiz.items[0] && $(".answers input, .answers select, .answers textarea, .answers button", quiz.items[0].el);
  if (first) first.focus({ preventScroll: true });
  quiz.form.scrollIntoView();
  touch(true);
}
