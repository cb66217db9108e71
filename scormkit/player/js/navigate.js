// @ts-check
/**
 * Moving between pages. Over http(s) a page is fetched and swapped in, so the document, and with
 * it the session, lives as long as the launch; its address is pushed to the history, so that Back
 * leads to the page before, inside the frame. Over file:// pages are ordinary navigations.
 */

/**
 * Open a page, unless it is locked.
 * @param {string} url absolute
 * @param {"push" | "replace" | "none"} history what to do with the browser's history
 */
function openPage(url, history) {
  const page = pageOfUrl(url);
  const reason = page && lockReason(player.course, page);
  for (const name of ["locked", "fetch", "replaced"]) dropNotice(name);
  if (reason) {
    notice("locked", reason, true);
    if (history === "none") window.history.replaceState(null, "", player.url);
  } else if (CAN_SWAP) {
    fetchPage(url, history);
  } else {
    save();
    player.staying = true;
    if (history === "replace") location.replace(url);
    else location.href = url;
  }
}

/**
 * @param {string} url
 * @param {"push" | "replace" | "none"} history
 */
function fetchPage(url, history) {
  const turn = ++player.turn;
  const wait = window.setTimeout(() => document.documentElement.setAttribute("aria-busy", "true"), 300);
  pageText(url.replace(/#.*/, ""))
    .then((text) => new DOMParser().parseFromString(text, "text/html"))
    .then((next) => {
      if (turn === player.turn) arrive(url, history, next);
    })
    .catch(() => {
      if (turn === player.turn) stay(url, history);
    })
    .then(() => {
      clearTimeout(wait);
      document.documentElement.removeAttribute("aria-busy");
    });
}

/**
 * Keep the page, since the next one did not come.
 * @param {string} url
 * @param {"push" | "replace" | "none"} history
 */
function stay(url, history) {
  if (history === "none") window.history.replaceState(null, "", player.url);
  if (player.resuming) touch(true);
  player.resuming = false;
  const again = button(t("Try again"), () => {
    dropNotice("fetch");
    go(url, history === "none" ? "push" : history);
  });
  notice("fetch", t("The page could not be loaded. Please check your connection."), true, again);
}

/**
 * @param {string} url
 * @param {"push" | "replace" | "none"} history
 * @param {Document} next
 */
function arrive(url, history, next) {
  const build = $("meta[name=scormkit-build]", next);
  const main = $("#main", next);
  if (!build || !main) {
    stay(url, history);
  } else if (build.getAttribute("content") !== player.course.data.build) {
    save();
    if (history === "none") window.history.replaceState(null, "", player.url);
    notice("replaced", t("This course has been updated. Your work is saved: please leave the course and open it again."), true);
  } else {
    dropNotice("fetch");
    const show = () => swap(url, history, next, main);
    if (next.documentElement.lang === document.documentElement.lang || typeof changeLanguage !== "function") show();
    else changeLanguage(url, next).then(show, () => stay(url, history));
  }
}

/**
 * @param {string} url
 * @param {"push" | "replace" | "none"} history
 * @param {Document} next
 * @param {HTMLElement} main
 */
function swap(url, history, next, main) {
  leavePage();
  player.resuming = false;
  // First the address, since what is put in is relative to it.
  if (history !== "none") window.history[history === "push" ? "pushState" : "replaceState"](null, "", url);
  const root = document.documentElement;
  for (const name of ["lang", "dir", "data-root", "data-base", "data-page", "data-kind"]) {
    root.setAttribute(name, next.documentElement.getAttribute(name) || "");
  }
  document.title = next.title;
  $("#main").replaceWith(document.importNode(main, true));
  const pager = $("#pager", next);
  if (pager) $("#pager").replaceWith(document.importNode(pager, true));
  player.url = url.replace(/#.*/, "");
  showPage();
  const anchor = url.includes("#") ? document.getElementById(decodeURIComponent(url.slice(url.indexOf("#") + 1))) : null;
  if (anchor) anchor.scrollIntoView();
  else window.scrollTo(0, 0);
  focusHeading(anchor);
}

/**
 * Move the focus to what was opened, so that it is read out.
 * @param {HTMLElement | null} anchor
 */
function focusHeading(anchor) {
  const heading = anchor || $("#main h1") || $("#main");
  if (!heading) return;
  if (!heading.hasAttribute("tabindex")) heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  const course = player.course;
  const at = course.pages.indexOf(course.byId[player.page]);
  if (at >= 0) say(t("Page {n} of {all}", { n: at + 1, all: course.pages.length }));
}
