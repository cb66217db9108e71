// @ts-check
/** A launch where the LMS fails, or where there is none. */

/** The timer of the next try. */
let opening = 0;

/**
 * Try again: there is an LMS, and it fails. Until it answers nobody knows what it has, so nothing is
 * begun; pages can be read, as they can without a script.
 * @param {CourseData} data
 * @param {Adapter} adapter
 * @param {number} before
 */
function openLater(data, adapter, before) {
  const wait = Math.min(RETRY_LAST, before * 2 || RETRY_FIRST);
  opening = window.setTimeout(() => openCourse(data, adapter, wait), wait);
  if (before) return;
  notice("failing", t("The learning platform does not answer. We keep trying: until then you can read, and nothing is recorded."), true, button(t("Go on without it"), () => {
    clearTimeout(opening);
    beginAlone(data, t("The learning platform gets nothing of what you do now: it is kept in this browser only."));
  }));
}
