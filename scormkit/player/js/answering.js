// @ts-check
/** How an answer is asked for, given and locked: the same in a lesson and in a quiz. */

/**
 * Tell whether a question ends by itself.
 * @param {QuestionData} q
 */
function isActivity(q) {
  return q.type === "simulation" || q.type === "scenario";
}

/**
 * Put the button that gives an answer under a question, and its hint.
 * @param {Item} item
 * @param {(() => void) | null} give null: it is given otherwise
 */
function offerCheck(item, give) {
  setActions(item.el, [give && button(t("Check"), give), hintButton(item.el)]);
}

/**
 * @param {Item} item
 */
function askFirst(item) {
  const box = $(".verdict", item.el);
  if (box) box.textContent = t("Please answer first.");
}

/**
 * Keep and report the answer that a question has; where it has none, ask for one.
 * @param {Item} item
 * @param {(response: any, credit: number | null) => void} then what to do with it
 */
function giveAnswer(item, then) {
  const response = widgets[item.q.type].read(item.el, item.q);
  if (response === null) {
    askFirst(item);
    return;
  }
  const credit = keepAnswer(item, response);
  keepDraft([item.q], null);
  report(item, response, credit);
  then(response, credit);
}

/**
 * Show an answer as locked, with what became of it.
 * @param {Item} item
 * @param {any} response
 * @param {number | null} credit
 * @param {boolean} showCorrect
 * @param {boolean} feedback
 */
function lockItem(item, response, credit, showCorrect, feedback) {
  item.locked = true;
  const widget = widgets[item.q.type];
  widget.lock(item.el, item.q, true);
  showVerdict(item.el, credit, chosenOf(item.q, response), feedback);
  if (credit !== null) widget.show(item.el, item.q, response, { credit, showCorrect });
}

/**
 * Return the numbers of chosen options, whose own feedback is shown.
 * @param {QuestionData} q
 * @param {any} response
 * @returns {number[]}
 */
function chosenOf(q, response) {
  if (response === null) return [];
  if (q.type === "choice") return [response];
  if (q.type === "multiple") return response;
  if (q.type === "short_answer") return [matchAccepted(q, String(response)) + 1];
  return [];
}
