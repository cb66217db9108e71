// @ts-check
/** Which pages are open: `linear` and `requires`. */

/**
 * Say why a page is locked, null where it is open. A page once opened stays open.
 * @param {Course} course
 * @param {PageData} page
 * @returns {string | null}
 */
function lockReason(course, page) {
  if (readField(course, page.slot, SEEN) > 0 || player.session.launch.mode === "review") return null;
  const module = course.data.modules.find((one) => one.pages.includes(page));
  for (const id of module.requires || []) {
    const needed = course.data.modules.find((one) => one.id === id);
    if (needed && !needed.pages.every((one) => isDone(course, one))) return t("Opens when “{title}” is completed", { title: needed.title });
  }
  if (!course.data.linear) return null;
  const before = course.pages.slice(0, course.pages.indexOf(page));
  const missing = before.find((one) => !isDone(course, one));
  return missing ? t("Opens when “{title}” is completed", { title: missing.title }) : null;
}

/**
 * @param {Course} course
 * @param {PageData} page
 * @returns {boolean}
 */
function isDone(course, page) {
  return pageDone(page, workOfPage(course, page));
}

/**
 * Return the page that a link leads to; null where that is no page of the outline.
 * @param {string} url absolute
 * @returns {PageData | null}
 */
function pageOfUrl(url) {
  const match = url.replace(/[?#].*$/, "").match(/\/pages\/([^/]+)\.html$/);
  if (!match) return null;
  const course = player.course;
  return course.byId[match[1]] || course.byId[match[1].replace(/_$/, "")] || null;
}
