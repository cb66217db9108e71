// @ts-check
/**
 * A package with the course in several languages: the menu in the bar, and the way from one to
 * another. Each has its pages and its data in a folder of its own; ids and saved work are the same.
 */

/** @type {CourseData | null} what the course.js that was loaded last said */
let lastTaken = null;

/** @returns {HTMLAnchorElement[]} a link to the page on screen in each language */
function languageLinks() {
  return /** @type {HTMLAnchorElement[]} */ ($$("#languages a[data-base]"));
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string} the address of the folder of its language
 */
function baseOf(link) {
  return new URL(link.dataset.base || ".", player.base).href;
}

/** @returns {string} the path of the page on screen in the folder of its language */
function pathHere() {
  return player.url.slice(player.base.length).replace(/[?].*/, "") || "index.html";
}

/**
 * Return the address that a page of any language has in the language on screen.
 * @param {string} url
 * @returns {string}
 */
function inOurLanguage(url) {
  const bases = languageLinks().map(baseOf).filter((base) => url.startsWith(base));
  const base = bases.sort((a, b) => b.length - a.length)[0];
  return base ? player.base + url.slice(base.length) : url;
}

/** @returns {string} where the browser keeps the choice of this learner */
function choiceKey() {
  return storeKey(player.course.data, "lang", player.session.owner);
}

/**
 * Ask the LMS for the learner's language, and tell it a new one.
 * @param {string} [wish]
 * @returns {string} one or more, separated by commas
 */
function languageOfLms(wish) {
  const { adapter } = player.session;
  if (adapter.language) return adapter.language(wish);
  return typeof preferredLanguages === "string" ? preferredLanguages : "";
}

/**
 * Keep a choice with the LMS and in the browser, there with what the LMS says then: where it says
 * something else later, the learner chose anew elsewhere.
 * @param {string} lang
 */
function keepLanguage(lang) {
  writeStore(choiceKey(), lang + " " + languageOfLms(player.session.recording ? lang : ""));
}

/** @returns {HTMLAnchorElement | undefined} the link of the language that the learner wants */
function wantedLanguage() {
  const [chosen, then] = (readStore(choiceKey()) || " ").split(" ");
  const lms = languageOfLms();
  const wishes = (lms && lms !== then ? [lms, chosen] : [chosen, lms]).join().split(",");
  const plain = (/** @type {string} */ tag) => tag.toLowerCase().split(/[-_]/)[0];
  for (const wish of wishes.concat(navigator.languages || [])) {
    const found = languageLinks().find((link) => wish && (link.lang === wish || plain(link.lang) === plain(wish)));
    if (found) return found;
  }
  return undefined;
}

/**
 * Return where a launch leads, in the learner's language; a page that was opened in another language
 * than the package's own was meant so.
 * @param {string} url
 * @returns {string}
 */
function inWantedLanguage(url) {
  const link = $("#languages a[data-base^='..']") ? undefined : wantedLanguage();
  return link ? baseOf(link) + url.slice(player.base.length) : url;
}

/**
 * Take over the data of a language, which its course.js brings.
 * @param {CourseData} data
 */
function takeLanguage(data) {
  lastTaken = unpack(data);
}

/** Let the menu lead to the page on screen. */
pageHooks.push(() => {
  for (const link of languageLinks()) link.href = baseOf(link) + pathHere();
});

document.addEventListener("click", (event) => {
  const menu = /** @type {HTMLDetailsElement | null} */ ($("#languages"));
  const at = /** @type {Element} */ (event.target);
  if (menu && menu.open && !menu.contains(at)) menu.open = false;
  const link = /** @type {HTMLAnchorElement | null} */ (at.closest("#languages a"));
  if (!link || !menu || !player || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  menu.open = false;
  keepLanguage(link.lang);
  if (!link.hasAttribute("aria-current")) go(link.href, "replace");
});

document.addEventListener("keydown", (event) => {
  const menu = /** @type {HTMLDetailsElement | null} */ ($("#languages[open]"));
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  /** @type {HTMLElement} */ ($("summary", menu)).focus();
});
