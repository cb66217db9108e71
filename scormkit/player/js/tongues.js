// @ts-check
/** The way to a page in another language of the package. */

/** @type {{[lang: string]: CourseData}} the languages that are loaded */
const spoken = {};

/**
 * Get ready for a page in another language.
 * @param {string} url
 * @param {Document} next
 * @returns {Promise<void>}
 */
function changeLanguage(url, next) {
  const { lang, dataset } = next.documentElement;
  const before = player.course.data;
  const base = new URL(dataset.base || ".", url).href;
  spoken[document.documentElement.lang] = before;
  const loaded = spoken[lang] ? Promise.resolve() : load(base + "outline.js", "").then(() => load(base + "course.js", "")).then(() => {
    spoken[lang] = /** @type {CourseData} */ (lastTaken);
  });
  return loaded.then(() => {
    setStrings(spoken[lang].strings);
    return moreIsThere ? load(base + "words.js", "") : undefined;
  }).then(() => {
    Object.assign(player.course, makeCourse(spoken[lang], player.course.state));
    player.base = base;
    dressBar(url, next);
  }, (error) => {
    setStrings(before.strings);
    throw error;
  });
}

/**
 * Put the words around the page into another language.
 * @param {string} url
 * @param {Document} next
 */
function dressBar(url, next) {
  for (const name of ["a.skip", ".brand", "#menu .tool-words", "#languages"]) {
    const [old, made] = [$(name), $(name, next)];
    if (!old || !made) continue;
    const copy = /** @type {HTMLElement} */ (document.importNode(made, true));
    if (name === ".brand" && made.hasAttribute("href")) copy.setAttribute("href", new URL(made.getAttribute("href") || "", url).href);
    for (const picture of $$("img", copy)) picture.setAttribute("src", new URL(picture.getAttribute("src") || "", url).href);
    old.replaceWith(copy);
  }
  const label = $("#outline", next);
  if (label) $("#outline").setAttribute("aria-label", label.getAttribute("aria-label") || "");
  for (const said of $$("#notices > :not([lang])")) said.lang = document.documentElement.lang;
  player.drawn = "";
}
