// @ts-check
/** What is said above the page while the learner's work is not safe. */

/**
 * Say why the work is not saved, and what becomes of it; nothing where it is saved by now.
 * @param {boolean} kept it waits in this browser
 */
function tellUnsaved(kept) {
  const { adapter, wait } = player.session;
  if (!wait || isIdle()) return;
  const why = adapter.trouble ? adapter.trouble() : "";
  if (why) notice("unsaved", troubleWords(why), true);
  else if (adapter.name === "local") notice("unsaved", t("This browser keeps nothing: your work is lost when you leave."), true);
  else if (kept) notice("unsaved", t("Your work could not be saved yet. It waits in this browser, and we keep trying. If this lasts, sign in again and open the course here."), true);
  else notice("unsaved", t("Your work could not be saved yet. We keep trying: please stay on this page."), true);
}

/**
 * @param {Trouble} why
 * @returns {string}
 */
function troubleWords(why) {
  switch (why) {
    case "ended": return t("The learning platform does not accept this launch any more. Please leave the course and open it again: your work is kept in this browser until then.");
    case "keyless": return t("The learning platform has not given this course the key to record your work. You can go on: your work is kept in this browser. If you leave before the platform answers, open the course again from there, in this browser.");
    default: return t("The learning platform does not answer. You can go on: your work is kept in this browser, and is sent as soon as the platform answers.");
  }
}
