// @ts-check
/** The outline beside every page, the progress in the bar. */

/**
 * What the session tells the views. `status`: 0 not opened, 1 opened, 2 read, 3 done.
 * `lock`: why a page cannot be opened, or null. `progress`: 0..1. `certificate`: it is earned.
 * @typedef {{status: (page: string) => number, lock: (page: string) => string | null,
 *   place: string | null, progress: number, completed: boolean, certificate: boolean}} View
 */

/** @param {string} page @returns {string} a page's address, wherever the present page lies */
function hrefOf(page) {
  if (page === "glossary" || page === "certificate" || page === "index") return `${player.base}${page}.html`;
  return `${player.base}pages/${fileStem(page)}.html`;
}

/** @param {string} id @returns {string} an id as the name of a file that every system can hold */
function fileStem(id) {
  return /^(con|prn|aux|nul|(com|lpt)\d)$/.test(id) ? id + "_" : id;
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
  nav.classList.add("built");
  readyMenu(nav);
  drawProgress(view.progress);
  const back = focused ? $(`a[href="${focused}"]`, nav) : null;
  if (back) back.focus();
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

/**
 * Say on a link how far its page is, by a dot and for screen readers in words.
 * @param {HTMLElement} link
 * @param {number} status
 * @param {string | null} why it is locked
 */
function markLink(link, status, why) {
  $$(".dot, .i-lock, .link-said", link).forEach((old) => old.remove());
  const said = why ? t("locked") : status === 3 ? t("done") : status ? t("in progress") : "";
  link.prepend(h("span", { class: why ? "icon i-lock" : "dot s" + status, "aria-hidden": "true" }));
  if (said) link.append(h("span", { class: "unseen link-said" }, ` (${said})`));
  if (why) link.setAttribute("aria-disabled", "true");
  else link.removeAttribute("aria-disabled");
  link.title = why || "";
}

/** @param {HTMLElement} nav */
function readyMenu(nav) {
  const menu = $("#menu");
  if (!menu || !menu.hidden) return;
  menu.hidden = false;
  menu.addEventListener("click", () => toggleOutline(!nav.classList.contains("open")));
  nav.addEventListener("keydown", (event) => event.key === "Escape" && toggleOutline(false));
  document.addEventListener("click", (event) => {
    const at = /** @type {Element} */ (event.target);
    if (nav.classList.contains("open") && !menu.contains(at) && (!nav.contains(at) || at.closest("a"))) toggleOutline(false);
  });
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

/**
 * Show the share done in the bar.
 * @param {number} share 0..1
 */
function drawProgress(share) {
  const box = $("#progress");
  if (!box) return;
  const part = h("span", null);
  part.style.width = share * 100 + "%";
  box.textContent = "";
  box.append(h("span", { class: "meter", "aria-hidden": "true" }, part), h("span", null, t("{percent} done", { percent: percent(share) })));
  box.hidden = false;
}

/**
 * Draw a ring that is filled by a share, as SVG.
 * @param {number} share 0..1
 * @param {string} [words] inside the ring
 * @returns {SVGElement}
 */
function ring(share, words) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("class", "ring");
  svg.setAttribute("aria-hidden", "true");
  const length = 2 * Math.PI * 20;
  for (const name of share > 0 ? ["", "ring-part"] : [""]) {
    const circle = document.createElementNS(space, "circle");
    const set = { cx: 24, cy: 24, r: 20, class: name, "stroke-dasharray": name ? `${length * share} ${length}` : "none" };
    Object.keys(set).forEach((key) => circle.setAttribute(key, String(set[/** @type {"cx"} */ (key)])));
    svg.append(circle);
  }
  if (words) {
    const text = document.createElementNS(space, "text");
    text.setAttribute("x", "24");
    text.setAttribute("y", "28.5");
    text.textContent = words;
    svg.append(text);
  }
  return svg;
}
