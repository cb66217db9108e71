// @ts-check
/** A quiz at work: attempts, answers, submitting, the result and a look back. */

/**
 * timer: of the clock that is shown.
 * @typedef {{form: HTMLFormElement, data: QuizData, page: PageData, all: Item[], items: Item[],
 *   units: QuizUnit[], pools: PoolData[], timer: number}} QuizView
 * @typedef {{el: HTMLElement, members: Item[], items: number[], pool: number | null}} QuizUnit
 */

/**
 * @param {HTMLElement} main
 */
function mountQuiz(main) {
  const form = /** @type {HTMLFormElement | null} */ ($("form[data-quiz]", main));
  const page = player.course.byId[player.page];
  if (!form || !page || !page.quiz) return;
  const quiz = makeQuiz(form, page);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("answer", (event) => noteDraft(quiz, /** @type {Element} */ (event.target)));
  leaving.push(() => clearInterval(quiz.timer));
  const work = quizWork(player.course, page.quiz);
  if (work.attempt === 1 && player.session.launch.mode !== "review") showAttempt(quiz);
  else if (work.attempt === 2) showOutcome(quiz);
  else showStart(quiz);
}

/**
 * @param {HTMLFormElement} form
 * @param {PageData} page
 * @returns {QuizView}
 */
function makeQuiz(form, page) {
  /** @type {QuizView} */
  const quiz = {
    form, page, data: Object.assign(JSON.parse(form.dataset.quiz || "{}"), { mark: page.quiz.mark }), // the platform's, where it has one
    all: [], items: [], units: [], pools: [], timer: 0,
  };
  let outside = 0;
  /** @param {HTMLElement} el @param {HTMLElement[]} questions @param {number | null} pool */
  const add = (el, questions, pool) => {
    const members = questions.map(makeItem);
    quiz.all.push(...members);
    // A question without a slot still has its place.
    quiz.units.push({ el, members, pool, items: members.map((one) => (one.q.slot ? one.q.slot.n : --outside)) });
  };
  for (const el of /** @type {HTMLElement[]} */ (Array.from($(".quiz-questions", form).children))) {
    if (el.dataset.pool) {
      quiz.pools.push(JSON.parse(el.dataset.pool));
      for (const one of $$("[data-question]", el)) add(one, [one], quiz.pools.length - 1);
    } else {
      add(el, el.dataset.question ? [el] : $$("[data-question]", el), null);
    }
  }
  claimSlots(quiz);
  return quiz;
}

/**
 * Note which slots are of the quiz: an attempt that went on in two places is kept as one of them.
 * @param {QuizView} quiz
 */
function claimSlots(quiz) {
  const { quizOf } = player.course;
  const own = quiz.page.quiz.slot;
  for (const slot of [own, quiz.data.draw, quiz.data.clock]) if (slot !== null) quizOf["s" + slot] = own;
  for (const item of quiz.all) if (item.q.slot) placesOf(item.q).forEach(([n]) => (quizOf["c" + n] = own));
}

/**
 * @param {QuizView} quiz
 * @returns {QuizWork}
 */
function workNow(quiz) {
  return quizWork(player.course, quiz.page.quiz);
}

/**
 * Put the drawn questions on the page, in the order of the attempt.
 * @param {QuizView} quiz
 */
function layOut(quiz) {
  const { course } = player;
  const { data } = quiz;
  const seed = readField(course, data.draw, DRAW_FIELDS.seed);
  const known = readField(course, data.draw, DRAW_FIELDS.known) || Infinity;
  const order = drawUnits(quiz.units, quiz.pools, seed, known, data.shuffle[0]);
  const box = $(".quiz-questions", quiz.form);
  box.textContent = "";
  quiz.items = [];
  for (const i of order) {
    box.append(quiz.units[i].el);
    quiz.items.push(...quiz.units[i].members);
  }
  box.hidden = false;
  for (const item of quiz.items) {
    item.locked = item.reported = false;
    item.begun = Date.now();
    clearVerdict(item.el);
    const kept = keptAnswer(item.q);
    const widget = widgets[item.q.type];
    widget.ready(item.el, item.q, rankOf(item.q, data.shuffle[1] ? seed : null));
    widget.write(item.el, item.q, kept ? kept.response : null);
    setActions(item.el, []);
  }
}

/**
 * Show the open attempt, with the answers that are kept.
 * @param {QuizView} quiz
 */
function showAttempt(quiz) {
  $(".quiz-start", quiz.form).textContent = "";
  $(".quiz-result", quiz.form).hidden = true;
  layOut(quiz);
  for (const item of quiz.items) openItem(quiz, item);
  const words = quiz.data.graded ? t("Submit") : t("Send");
  showEnd(quiz, button(words, () => askSubmit(quiz)));
  if (quiz.data.limit !== null) startClock(quiz);
}

/**
 * @param {QuizView} quiz
 * @param {...(HTMLElement | null)} content
 */
function showEnd(quiz, ...content) {
  const end = $(".quiz-end", quiz.form);
  end.textContent = "";
  for (const one of content) if (one) end.append(one);
}

/**
 * @param {QuizView} quiz
 * @param {Item} item
 */
function openItem(quiz, item) {
  const kept = keptAnswer(item.q);
  const final = quiz.data.feedback === "after_question";
  if (final && kept && isComplete(item.q, kept)) {
    item.reported = true;
    lockAnswer(quiz, item, kept.response, creditOf(item.q, kept));
    return;
  }
  widgets[item.q.type].lock(item.el, item.q, false);
  if (kept && isActivity(item.q) && isComplete(item.q, kept)) {
    endActivity(item);
    return;
  }
  foreseeRoom(item);
  if (final && !kept) showDraft(item);
  offerCheck(item, final && !isActivity(item.q) ? () => answerItem(quiz, item) : null);
}

/**
 * Keep a changed answer; where each question is final, only activities, which end by themselves.
 * @param {QuizView} quiz
 * @param {Element} target
 */
function noteDraft(quiz, target) {
  const item = quiz.items.find((one) => one.el.contains(target));
  if (!item || item.locked || workNow(quiz).attempt !== 1) return;
  const response = widgets[item.q.type].read(item.el, item.q);
  const final = quiz.data.feedback === "after_question";
  const ends = isActivity(item.q) && response !== null && isComplete(item.q, { response, credit: null });
  if (final && ends) answerItem(quiz, item);
  if (item.locked) return;
  if (final && !isActivity(item.q)) {
    keepDraft([item.q], response);
    return;
  }
  keepAnswer(item, response);
  if (ends) endActivity(item);
  touch();
}

/**
 * An activity that came to its end is not done again in the same attempt.
 * @param {Item} item
 */
function endActivity(item) {
  item.locked = true;
  widgets[item.q.type].lock(item.el, item.q, true);
  setActions(item.el, []);
}

/**
 * @param {QuizView} quiz
 * @param {Item} item
 */
function answerItem(quiz, item) {
  giveAnswer(item, (response, credit) => {
    lockAnswer(quiz, item, response, credit);
    touch(true);
  });
}

/**
 * @param {QuizView} quiz
 * @param {Item} item
 * @param {any} response
 * @param {number | null} credit
 */
function lockAnswer(quiz, item, response, credit) {
  lockItem(item, response, quiz.data.graded ? credit : null, quiz.data.correct === "after_question", true);
  setActions(item.el, []);
}
