// @ts-check
/** What course.js leaves out: titles, and numbers that go on from the page before. */

/**
 * [title, its language] of each module, and after it of each of its pages; null: not loaded.
 * @type {Array<[string, string?]> | null}
 */
let titles = null;
/** @type {Words | null} words of turn.js that came with the titles, and are not yet taken over */
let wordsToTake = null;

/**
 * Complete the data of course.js, in place: the reverse of course_file.py.
 * @param {CourseData} data
 * @returns {CourseData}
 */
function unpack(data) {
  const given = (titles || []).slice();
  data.strings = Object.assign(wordsToTake || {}, data.strings);
  wordsToTake = null;
  let slot = 1;
  for (const module of data.modules) {
    entitle(module, given.shift() || titleAt($(`[data-module="${module.id}"] h3`)));
    for (const page of module.pages) {
      entitle(page, given.shift() || titleAt(linkTo(page.id)));
      if (page.kind === undefined) page.kind = "lesson";
      if (page.slot === undefined) page.slot = slot;
      slot = (page.slot === null ? slot : page.slot) + 1;
    }
  }
  return data;
}

/**
 * @param {ModuleData | PageData} one
 * @param {[string, string?]} title
 */
function entitle(one, [title, lang]) {
  one.title = title;
  if (lang) one.lang = lang;
}

/**
 * @param {HTMLElement | null} el
 * @returns {[string, string?]}
 */
function titleAt(el) {
  return el ? [el.textContent || "", el.lang] : [""];
}

/**
 * Return the link to a page in the outline of the start page.
 * @param {string} page
 * @returns {HTMLElement | null}
 */
function linkTo(page) {
  return $(`.card a[href="pages/${fileStem(page)}.html"]`);
}
