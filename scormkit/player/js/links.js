// @ts-check
/** Links between pages: which are ours, and who follows them. */

/** Whether pages can be fetched. */
const CAN_SWAP = location.protocol !== "file:";

/**
 * @returns {string} the address of the part's folder
 */
function baseOfPart() {
  const url = location.href.replace(/[?#].*/, "");
  return new URL(document.documentElement.dataset.base || ".", url).href.replace(/[^/]*$/, "");
}

/** Watch links and the history. */
function watchLinks() {
  for (const link of $$("header.bar a[href]")) link.setAttribute("href", /** @type {HTMLAnchorElement} */ (link).href);
  document.addEventListener("click", followClick);
  window.addEventListener("popstate", () => {
    const url = typeof inOurLanguage === "function" ? inOurLanguage(location.href) : location.href;
    const isSame = url === location.href;
    if (url.replace(/#.*/, "") !== player.url) go(url, isSame ? "none" : "replace");
    else if (!isSame) window.history.replaceState(null, "", url);
  });
}

/**
 * @param {MouseEvent} event
 */
function followClick(event) {
  const target = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const link = /** @type {HTMLAnchorElement | null} */ (target);
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target || link.hasAttribute("download") || !isOurPage(link.href)) return;
  const url = link.href.replace(/#.*/, "");
  if (url === player.url) return;
  event.preventDefault();
  go(link.href, "push");
}

/**
 * Tell whether an address is a page of this part.
 * @param {string} url
 * @returns {boolean}
 */
function isOurPage(url) {
  const here = url.startsWith(player.base) ? url.slice(player.base.length).replace(/[?#].*$/, "") : "";
  return /^(?:index|glossary|certificate)\.html$/.test(here) || pageOfUrl(url) !== null && here.startsWith("pages/");
}

/**
 * Return the place where the learner left, if the launch opened the first page.
 * @returns {PageData | null}
 */
function placeToResume() {
  const page = placeOf(player.course);
  return page && player.launched && !player.page && !lockReason(player.course, page) ? page : null;
}

/**
 * Open a page, unless it is locked; its text is asked for together with the code that shows it.
 * @param {string} url absolute
 * @param {"push" | "replace" | "none"} history what to do with the browser's history
 */
function go(url, history) {
  if (CAN_SWAP && !canTurn()) fetchEarly(url.replace(/#.*/, ""));
  withTurn(() => openPage(url, history));
}
