// @ts-check
/** What other files may do when a page is shown or work goes on. */

/**
 * Run for each page that is shown, also after a swap; `main` is new each time.
 * @type {Array<(main: HTMLElement, id: string) => void>}
 */
const pageHooks = [];

/**
 * Run when a page, a quiz or the course may have another status; draw outlines and locks from
 * `pageState(id)`.
 * @type {Array<() => void>}
 */
const progressHooks = [];

/**
 * The course at work, from `scormkit.course()` on.
 * @type {Player}
 */
let player;

/**
 * page: its id, "" on the home page; url: its address without an anchor; base: the folder of the part;
 * turn: counts fetches; drawn: what the outline shows; staying: leaving the document for another page of the course;
 * resuming: on the way to the saved place.
 * @typedef {{course: Course, session: Session, page: string, outcome: Outcome, url: string,
 *   base: string, turn: number, drawn: string, staying: boolean, launched: boolean, resuming: boolean}} Player
 */

/**
 * Return how far a page is: 0 not opened, 1 opened, 2 read; and why it is locked, if it is.
 * @param {string} id
 * @returns {{seen: number, done: boolean, locked: string | null}}
 */
function pageState(id) {
  const course = player.course;
  const page = course.byId[id];
  const work = workOfPage(course, page);
  return { seen: work.pages[id], done: pageDone(page, work), locked: lockReason(course, page) };
}
