// @ts-check
/** The way to the outline, what is said on links to pages, the progress in the bar. */

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

/** Let the button in the bar open the outline. */
function readyMenu() {
  const menu = $("#menu");
  if (!menu || !menu.hidden) return;
  menu.hidden = false;
  menu.addEventListener("click", () => withTurn(() => toggleOutline(!$("#outline.open"))));
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
