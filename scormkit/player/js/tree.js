// @ts-check
/** The outline beside every page, or over it on a narrow screen. */

/** Draw what stands around the page: the outline, and the locks in the pager. */
function drawAround() {
  drawOutline(player.course.data, viewOf(player.course, player.outcome));
  markLocks();
}

/**
 * Build the outline anew.
 * @param {CourseData} course
 * @param {View} view
 */
function drawOutline(course, view) {
  const nav = $("#outline");
  if (!nav || document.documentElement.hasAttribute("data-solo")) return;
  const here = document.documentElement.dataset.page || "";
  const focused = nav.contains(document.activeElement) && document.activeElement ? document.activeElement.getAttribute("href") : null;
  const tree = h("ul", { class: "tree" }, h("li", null, treeLink("index", t("Start page"), here === "")));
  for (const module of course.modules) {
    const list = h("ol", null);
    for (const page of module.pages) {
      list.append(h("li", null, treePage(page, view, here)));
    }
    tree.append(h("li", null, h("p", { class: "tree-module", lang: module.lang || null }, module.title), list));
  }
  if (course.glossary) tree.append(h("li", null, treeLink("glossary", t("Glossary"), here === "glossary")));
  if (course.certificate) tree.append(h("li", null, treeLink("certificate", course.certificate.title, here === "certificate")));
  nav.textContent = "";
  nav.append(h("div", null, closeOutline(), tree));
  if (!nav.classList.contains("built")) watchOutline(nav);
  const back = focused ? $(`a[href="${focused}"]`, nav) : null;
  if (back) back.focus();
}

/**
 * Let the outline close by Escape, and by a click on a link or beside it.
 * @param {HTMLElement} nav
 */
function watchOutline(nav) {
  nav.classList.add("built");
  nav.addEventListener("keydown", (event) => event.key === "Escape" && toggleOutline(false));
  document.addEventListener("click", (event) => {
    const at = /** @type {Element} */ (event.target);
    if (nav.classList.contains("open") && !$("#menu").contains(at) && (!nav.contains(at) || at.closest("a"))) toggleOutline(false);
  });
}

/** @returns {HTMLElement} */
function closeOutline() {
  const close = button("", () => toggleOutline(false), "tool outline-close");
  close.setAttribute("aria-label", t("Close"));
  close.append(icon("cross"));
  return close;
}

/**
 * @param {PageData} page
 * @param {View} view
 * @param {string} here
 * @returns {HTMLElement}
 */
function treePage(page, view, here) {
  const link = treeLink(page.id, page.title, page.id === here, page.lang || null);
  markLink(link, view.status(page.id), view.lock(page.id));
  return link;
}

/**
 * @param {string} file
 * @param {string} title
 * @param {boolean} present
 * @param {string | null} [lang]
 * @returns {HTMLElement}
 */
function treeLink(file, title, present, lang) {
  return h("a", { href: hrefOf(file), "aria-current": present ? "page" : null }, h("span", { lang: lang || null }, title));
}

/** @param {boolean} open */
function toggleOutline(open) {
  const nav = $("#outline");
  const menu = $("#menu");
  if (!nav || !menu) return;
  const was = nav.classList.contains("open");
  nav.classList.toggle("open", open);
  menu.setAttribute("aria-expanded", String(open));
  const first = open ? $("a, button", nav) : null;
  if (first) first.focus();
  else if (was && nav.contains(document.activeElement)) menu.focus();
}

/** Show on links to locked pages that they are locked, and why. */
function markLocks() {
  for (const link of $$("#pager a")) {
    const page = pageOfUrl(/** @type {HTMLAnchorElement} */ (link).href);
    const reason = page && lockReason(player.course, page);
    const said = $(".why", link);
    if (said) said.remove();
    if (reason) link.append(h("small", { class: "why" }, icon("lock"), reason));
    if (reason) link.setAttribute("aria-disabled", "true");
    else link.removeAttribute("aria-disabled");
  }
}
