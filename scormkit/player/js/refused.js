// @ts-check
/** Statements that an LRS does not take. */

/** How many are kept to be looked at. */
const REFUSED_KEPT = 100;

/**
 * Put a statement aside that the LRS refused, and say so: nothing that was done is lost without a trace.
 * @param {Tracker} tracker
 * @param {Statement} statement
 * @param {LrsAnswer} answer
 */
function putAside(tracker, statement, answer) {
  const key = tracker.keys + "refused";
  const before = parseJson(readOwn(key));
  const all = (Array.isArray(before) ? before : []).concat({ statement, status: answer.status, text: answer.text.slice(0, 500) });
  writeOwn(key, JSON.stringify(all.slice(-REFUSED_KEPT)));
  notice("refused", t("The learning platform did not accept a part of the record of your work. It is kept in this browser; please go on."), true);
}
