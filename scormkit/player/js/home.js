// @ts-check
/** The start page: where to go on, and how far each module is. */

/**
 * @param {CourseData} course
 * @param {View} view
 */
function drawHome(course, view) {
  if (document.documentElement.dataset.kind !== "home") return;
  const start = $("#start");
  if (start && view.place && view.lock(view.place) === null) {
    start.setAttribute("href", hrefOf(view.place));
    start.textContent = t("Continue");
  }
  const note = $("#home-progress");
  if (note) note.textContent = view.completed ? t("You have finished this course") : view.progress > 0 ? t("{percent} done", { percent: percent(view.progress) }) : "";
  for (const module of course.modules) drawCard(module, view);
}

/**
 * @param {ModuleData} module
 * @param {View} view
 */
function drawCard(module, view) {
  const card = $(`[data-module="${module.id}"]`);
  if (!card) return;
  const done = module.pages.filter((page) => view.status(page.id) === 3).length;
  const old = $(".card-head", card);
  const title = /** @type {HTMLElement} */ ($("h3", card));
  if (old) old.replaceWith(title);
  const head = h("div", { class: "card-head" });
  title.replaceWith(head);
  head.append(title, ring(done / module.pages.length));
  const note = $(".card-note", card) || h("p", { class: "card-note" });
  note.textContent = t("Done: {done} of {all}", { done, all: module.pages.length });
  head.after(note);
  module.pages.forEach((page) => drawCardLine(card, page, view));
}

/**
 * @param {HTMLElement} card
 * @param {PageData} page
 * @param {View} view
 */
function drawCardLine(card, page, view) {
  const line = $(`[data-link="${page.id}"]`, card);
  if (!line) return;
  const why = view.lock(page.id);
  const status = view.status(page.id);
  const said = why !== null ? t("locked") : status === 3 ? t("done") : status ? t("in progress") : "";
  $$(".dot, .line-said", line).forEach((old) => old.remove());
  line.prepend(h("span", { class: "dot " + (why === null ? "s" + status : "locked icon i-lock"), "aria-hidden": "true" }));
  const link = /** @type {HTMLElement} */ ($("a", line));
  link.append(h("span", { class: "unseen line-said" }, said ? ` (${said})` : ""));
  line.classList.toggle("is-locked", why !== null);
  line.title = why || "";
  if (why === null) link.removeAttribute("aria-disabled");
  else link.setAttribute("aria-disabled", "true");
}
