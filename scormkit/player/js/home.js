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
  for (const page of module.pages) {
    const link = linkTo(page.id);
    if (link) markLink(link, view.status(page.id), view.lock(page.id));
  }
}
