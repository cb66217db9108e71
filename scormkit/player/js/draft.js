// @ts-check
/** Answers that are begun and not given yet: they wait in this browser, in one entry of its storage. */

/**
 * @returns {{learner: string, answers: {[key: string]: Given}} | null} of whoever used this browser last
 */
function storedDrafts() {
  try {
    return JSON.parse(readStore(storeKey(player.course.data, "drafts")) || "null");
  } catch (error) {
    return null; // written by something else
  }
}

/**
 * Return what the learner began; the LMS is asked who that is only where there is something.
 * @returns {{[key: string]: Given}}
 */
function readDrafts() {
  const stored = storedDrafts();
  return stored && stored.answers && stored.learner === learnerKey(player.session) ? stored.answers : {};
}

/**
 * Keep what is begun of an answer; null forgets it.
 * @param {QuestionData[]} questions
 * @param {Given | null} response
 */
function keepDraft(questions, response) {
  if (!player.session.recording || response === null && !storedDrafts()) return;
  const answers = readDrafts();
  for (const q of questions) {
    if (response === null) delete answers[q.key];
    else answers[q.key] = response;
  }
  const any = Object.keys(answers).length > 0;
  const entry = any ? JSON.stringify({ learner: learnerKey(player.session), answers }) : null;
  writeStore(storeKey(player.course.data, "drafts"), entry);
}

/**
 * Put what was begun of an answer back.
 * @param {Item} item
 */
function showDraft(item) {
  const draft = readDrafts()[item.q.key];
  if (draft !== undefined) widgets[item.q.type].write(item.el, item.q, draft);
}
