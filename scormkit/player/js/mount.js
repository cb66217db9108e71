// @ts-check
/** What more.js does with a page, once it is there. */

/**
 * Bring everything on a page to life.
 * @param {HTMLElement} main
 */
function mountAll(main) {
  enhance(main);
  mountQuestions(main);
  mountQuiz(main);
  mountMedia(main);
  mountCertificate(main);
  if (isIdle()) freeze();
}
