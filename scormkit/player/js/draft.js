// @ts-check
/** Answers that are begun and not given yet: they wait in this browser, in one entry of its storage. */

/**
 * @returns {string} their key in the browser's storage
 */
function draftKey() {
  return storeKey(player.course.data, "drafts", player.session.owner);
}

/**
 * Return what the learner began.
 * @returns {{[key: string]: Given}}
 */
function readDrafts() {
  if (player.session.owner) tidyStore(player.session.owner);
  try {
    return JSON.parse(readOwn(draftKey()) || "{}");
  } catch (error) {
    return {}; // written by something else
  }
}

/**
 * Keep what is begun of an answer; null forgets it.
 * @param {QuestionData[]} questions
 * @param {Given | null} response
 */
function keepDraft(questions, response) {
  if (!player.session.recording || response === null && !readOwn(draftKey())) return;
  const answers = readDrafts();
  for (const q of questions) {
    if (response === null) delete answers[q.key];
    else answers[q.key] = response;
  }
  writeOwn(draftKey(), Object.keys(answers).length ? JSON.stringify(answers) : null);
}

/**
 * Put what was begun of an answer back.
 * @param {Item} item
 */
function showDraft(item) {
  const draft = readDrafts()[item.q.key];
  if (draft !== undefined) widgets[item.q.type].write(item.el, item.q, draft);
}
