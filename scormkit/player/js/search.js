// @ts-check
/** Search and filters of libraries, questions asked and the glossary: all on the page. */

/**
 * Fold a text for comparing: case and diacritics don't matter.
 * @param {string} text
 * @returns {string}
 */
function folded(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/** @param {ParentNode} root */
function enhanceSearch(root) {
  for (const box of $$("[data-search]", root)) {
    const form = $("form.search", box);
    if (!form || !form.hidden) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => filter(box, form));
    form.addEventListener("change", () => filter(box, form));
  }
}

/**
 * Show what holds every word and has the chosen topic and kind.
 * @param {HTMLElement} box
 * @param {HTMLElement} form
 */
function filter(box, form) {
  const field = /** @type {HTMLInputElement} */ ($("input", form));
  const wanted = folded(field.value).split(/\s+/).filter(Boolean);
  const chosen = /** @type {HTMLSelectElement[]} */ ($$("select", form)).filter((one) => one.value);
  let count = 0;
  for (const entry of $$(box.dataset.search || "", box)) {
    const text = folded(entry.textContent || "");
    const fits = wanted.every((word) => text.includes(word)) &&
      chosen.every((one) => entry.dataset[one.dataset.by || ""] === one.value);
    entry.hidden = !fits;
    if (fits) count++;
  }
  for (const group of $$(".fold-group", box)) group.hidden = !$(".fold:not([hidden])", group);
  const found = $(".search-found", form);
  const idle = !wanted.length && !chosen.length;
  if (found) found.textContent = idle ? "" : count ? t("Found: {n}", { n: count }) : t("Nothing found. Try another word.");
}
