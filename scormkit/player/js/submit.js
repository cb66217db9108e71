// @ts-check
/** The end of an attempt: questions left out, the clock, the score, the result. */

/**
 * Submit, after asking where something is not answered.
 * @param {QuizView} quiz
 */
function askSubmit(quiz) {
  const open = quiz.items.filter((item) => !item.locked && !isWhole(item.q, widgets[item.q.type].read(item.el, item.q)));
  if (!open.length) {
    submitAttempt(quiz, false);
    return;
  }
  const back = button(t("Go back"), () => {
    showEnd(quiz, button(quiz.data.graded ? t("Submit") : t("Send"), () => askSubmit(quiz)));
    open[0].el.scrollIntoView();
    const first = $("input, select, textarea, button", open[0].el);
    if (first) first.focus({ preventScroll: true });
  }, "quiet");
  const words = tn(open.length, "{n} question is not answered yet.", "{n} questions are not answered yet.");
  const anyway = button(t("Submit anyway"), () => submitAttempt(quiz, false));
  showEnd(quiz, h("p", { role: "alert" }, words), back, anyway);
  back.focus();
}

/**
 * @param {QuizView} quiz
 * @param {boolean} timeUp
 */
function submitAttempt(quiz, timeUp) {
  const { course } = player;
  const slot = quiz.page.quiz.slot;
  const work = workNow(quiz);
  if (work.attempt !== 1 || isIdle()) return;
  clearInterval(quiz.timer);
  const credits = quiz.items.map((item) => finishItem(quiz, item));
  // A submitted attempt is one thing: also what was left out.
  for (const { q } of quiz.all) if (q.slot) placesOf(q).forEach(([n]) => noteChange(course, "c" + n));
  keepDraft(quiz.all.map((item) => item.q), null);
  const score = scoreOf(quiz.items.map((item) => item.q), credits);
  const passed = quiz.data.mark !== null && score + 1e-9 >= quiz.data.mark;
  noteEvent({ kind: "result", result: resultOfAttempt(quiz, score, passed) });
  writeField(course, slot, QUIZ_FIELDS.attempt, 2);
  writeField(course, quiz.data.clock, CLOCK_START, 0);
  if (quiz.data.graded) {
    writeField(course, slot, QUIZ_FIELDS.best, Math.max(Math.round(score * MILLION), Math.round(work.best * MILLION)));
    if (passed) writeField(course, slot, QUIZ_FIELDS.passed, 1);
    reportObjectives(quiz, credits);
  }
  touch(true);
  showOutcome(quiz, score);
  if (timeUp) notice("time", t("The time is up. Your answers have been submitted."), true);
}

/**
 * @param {QuizView} quiz
 * @param {number} score
 * @param {boolean} passed
 * @returns {QuizResult}
 */
function resultOfAttempt({ page, data }, score, passed) {
  const begun = readField(player.course, data.clock, CLOCK_START);
  return {
    page, score: data.graded ? score : null, passed: data.graded && data.mark !== null ? passed : null,
    seconds: begun ? seconds2020(Date.now()) - begun : null,
  };
}

/**
 * Keep and report the last answer to a question.
 * @param {QuizView} quiz
 * @param {Item} item
 * @returns {number | null} its credit
 */
function finishItem(quiz, item) {
  const response = widgets[item.q.type].read(item.el, item.q);
  const kept = item.locked ? keptAnswer(item.q) : null;
  const credit = kept ? creditOf(item.q, kept) : response === null ? grade(item.q, null) : keepAnswer(item, response);
  if (response !== null && !item.reported) report(item, response, quiz.data.graded ? credit : null);
  return credit;
}

/**
 * Return the score of an attempt, 0..1: points earned of those that can be; ungraded questions count none.
 * @param {QuestionData[]} questions
 * @param {Array<number | null>} credits
 * @returns {number}
 */
function scoreOf(questions, credits) {
  let got = 0;
  let all = 0;
  questions.forEach((q, i) => {
    const credit = credits[i];
    if (credit === null) return;
    got += credit * q.points;
    all += q.points;
  });
  return all ? Math.min(1, got / all) : 1;
}

/**
 * Report the objectives that the attempt's questions name.
 * @param {QuizView} quiz
 * @param {Array<number | null>} credits
 */
function reportObjectives(quiz, credits) {
  (player.course.data.objectives || []).forEach(([id], index) => {
    const mine = quiz.items.map((item, i) => i).filter((i) => quiz.items[i].q.objective === id);
    if (!mine.length) return;
    const score = scoreOf(mine.map((i) => quiz.items[i].q), mine.map((i) => credits[i]));
    const mark = quiz.data.mark;
    noteObjective({ id, index, score, completed: true, passed: mark === null ? null : score + 1e-9 >= mark });
  });
}

/**
 * Show the result of the last attempt, and its answers where they may be looked at.
 * @param {QuizView} quiz
 * @param {number} [score] of the attempt just submitted
 */
function showOutcome(quiz, score) {
  const { data } = quiz;
  layOut(quiz);
  quiz.form.querySelector(".quiz-start").textContent = "";
  $(".quiz-clock", quiz.form).hidden = true;
  const credits = quiz.items.map((item) => {
    const kept = keptAnswer(item.q);
    return kept ? creditOf(item.q, kept) : grade(item.q, null);
  });
  const last = score === undefined ? scoreOf(quiz.items.map((item) => item.q), credits) : score;
  showEnd(quiz);
  quiz.items.forEach((item, i) => showBack(quiz, item, credits[i]));
  $(".quiz-questions", quiz.form).hidden = !data.review;
  showResult(quiz.form, resultOf(quiz, last, credits), score !== undefined);
}

/**
 * Show one answer of the last attempt.
 * @param {QuizView} quiz
 * @param {Item} item
 * @param {number | null} credit
 */
function showBack(quiz, item, credit) {
  const { data } = quiz;
  const kept = keptAnswer(item.q);
  const response = kept ? kept.response : null;
  item.locked = true;
  if (data.graded && data.feedback !== "never") {
    lockItem(item, response, credit, showsCorrect(quiz), true);
  } else {
    widgets[item.q.type].lock(item.el, item.q, true);
    if (data.graded && showsCorrect(quiz)) widgets[item.q.type].show(item.el, item.q, response, { credit, showCorrect: true });
  }
  setActions(item.el, []);
}

/**
 * Tell whether right answers may be seen now.
 * @param {QuizView} quiz
 */
function showsCorrect(quiz) {
  const work = workNow(quiz);
  switch (quiz.data.correct) {
    case "never": return false;
    case "after_passing": return work.passed;
    case "after_last_attempt": return !attemptsLeft(quiz.data, work);
    default: return true;
  }
}

/**
 * @param {QuizView} quiz
 * @param {number} last score of the last attempt
 * @param {Array<number | null>} credits of its questions
 * @returns {Result}
 */
function resultOf(quiz, last, credits) {
  const { data } = quiz;
  const work = workNow(quiz);
  const earned = certificateLinks();
  const again = mayTry(quiz) ? [button(t("Start a new attempt"), () => startAttempt(quiz), work.passed ? "quiet" : "")] : [];
  const text = resultText(quiz, last);
  if (!data.graded) {
    return { title: t("Thank you. Your answers have been sent."), share: null, passed: null, notes: [], text, rows: [], actions: earned };
  }
  const notes = [];
  if (work.best > last + 1e-6) notes.push(t("Your best result: {percent}", { percent: percent(work.best) }));
  const left = data.attempts === null ? null : Math.max(0, data.attempts - work.attempts);
  if (left !== null) notes.push(left ? tn(left, "{n} attempt left", "{n} attempts left") : t("You have no attempt left."));
  return {
    title: t("Your result: {percent}", { percent: percent(last) }), share: last,
    passed: data.mark === null ? null : last + 1e-6 >= data.mark, notes, text,
    rows: byObjective(quiz, credits), actions: earned.concat(again),
  };
}

/**
 * @returns {HTMLElement[]} the way to the certificate, where it is earned
 */
function certificateLinks() {
  const { data } = player.course;
  if (!data.certificate || !player.outcome[data.certificate.when]) return [];
  return [h("a", { class: "button", href: hrefOf("certificate") }, data.certificate.title)];
}

/**
 * Return the author's text for a score: that of the highest threshold reached.
 * @param {QuizView} quiz
 * @param {number} score
 * @returns {DocumentFragment | null}
 */
function resultText(quiz, score) {
  let best = null;
  let from = -1;
  for (const one of $$("template[data-result]", quiz.form)) {
    const at = Number(one.dataset.result);
    if (at <= score + 1e-6 && at > from) [best, from] = [/** @type {HTMLTemplateElement} */ (one), at];
  }
  return best && /** @type {DocumentFragment} */ (document.importNode(best.content, true));
}
