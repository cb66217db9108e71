// @ts-check
/** Glossary terms explain themselves where they stand; without script they are links. */

/**
 * Listen for terms once, on the document: pages are swapped under it.
 */
function listenForTerms() {
  document.addEventListener("click", (event) => {
    const at = /** @type {Element} */ (event.target);
    const term = /** @type {HTMLElement | null} */ (at.closest("a[data-term]"));
    const open = $(".pop");
    if (open && !open.contains(at)) closeTerm(false);
    if (term && !event.ctrlKey && !event.metaKey && !event.shiftKey && openTerm(term)) event.preventDefault();
  }, true); // before the session follows the link
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && $(".pop")) closeTerm(true);
  });
}

/**
 * Show a term's text below it; false where the page doesn't hold it.
 * @param {HTMLElement} term
 * @returns {boolean}
 */
function openTerm(term) {
  const copy = copyOf(`template[data-term="${term.dataset.term}"]`, document);
  if (!copy) return false;
  closeTerm(false);
  const close = button("", () => closeTerm(true), "tool pop-close");
  close.setAttribute("aria-label", t("Close"));
  close.append(icon("cross"));
  const pop = h("div", { class: "pop", role: "dialog", "aria-label": term.textContent || "", tabindex: "-1" }, copy, close);
  document.body.append(pop);
  placeBelow(pop, term);
  term.setAttribute("aria-expanded", "true");
  pop.focus();
  return true;
}

/**
 * @param {HTMLElement} pop
 * @param {HTMLElement} term
 */
function placeBelow(pop, term) {
  const box = term.getBoundingClientRect();
  const room = document.documentElement.clientWidth - pop.offsetWidth - 16;
  pop.style.left = Math.max(16, Math.min(box.left, room)) + window.pageXOffset + "px";
  pop.style.top = box.bottom + window.pageYOffset + 8 + "px";
}

/**
 * @param {boolean} back give the focus back to the term
 */
function closeTerm(back) {
  const pop = $(".pop");
  const term = $('a[data-term][aria-expanded="true"]');
  if (pop) pop.remove();
  if (!term) return;
  term.removeAttribute("aria-expanded");
  if (back) term.focus();
}
