// @ts-check
/** Checks in lessons: answered, locked with feedback, repeated as often as wanted. */

/**
 * Bring the checks of a lesson to life: answered, locked, and repeated as often as wanted.
 * @param {HTMLElement} main
 */
function mountQuestions(main) {
  for (const el of $$("[data-question]", main)) {
    if (!el.closest("[data-quiz]")) mountCheck(makeItem(el));
  }
}

/**
 * @param {Item} item
 */
function mountCheck(item) {
  const { el, q } = item;
  const widget = widgets[q.type];
  widget.ready(el, q, rankOf(q, null));
  const kept = keptAnswer(q);
  if (kept) widget.write(el, q, kept.response);
  foreseeRoom(item);
  if (kept && isComplete(q, kept)) lockCheck(item, kept.response, creditOf(q, kept));
  else {
    showDraft(item);
    openCheck(item);
  }
  el.addEventListener("answer", () => {
    if (item.locked) return;
    const response = widget.read(el, q);
    if (!isActivity(q)) keepDraft([q], response);
    else if (response === null) return;
    else if (isComplete(q, { response, credit: null })) answerCheck(item);
    else {
      keepAnswer(item, response);
      touch();
    }
  });
}

/**
 * @param {Item} item
 */
function openCheck(item) {
  item.locked = false;
  item.begun = Date.now();
  clearVerdict(item.el);
  widgets[item.q.type].lock(item.el, item.q, false);
  offerCheck(item, isActivity(item.q) ? null : () => answerCheck(item));
}

/**
 * @param {Item} item
 */
function answerCheck(item) {
  giveAnswer(item, (response, credit) => {
    lockCheck(item, response, credit);
    evaluatePage();
    touch(true);
  });
}

/**
 * @param {Item} item
 * @param {any} response
 * @param {number | null} credit
 */
function lockCheck(item, response, credit) {
  lockItem(item, response, credit, true, true);
  const again = button(t("Try again"), () => {
    if (isActivity(item.q)) widgets[item.q.type].write(item.el, item.q, null);
    openCheck(item);
    const first = $(".answers input, .answers select, .answers textarea, .answers button", item.el);
    if (first) first.focus();
  }, "quiet");
  setActions(item.el, [again]);
}

/**
 * @param {HTMLElement} el
 * @param {"answered" | "right"} rule
 * @returns {boolean}
 */
function checkHolds(el, rule) {
  const q = questionOf(el);
  const kept = readAnswer(player.course, q);
  if (!kept || !isComplete(q, kept)) return false;
  const credit = creditOf(q, kept);
  return rule === "answered" || credit === null || credit >= 1;
}
