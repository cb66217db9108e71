// @ts-check
/** How a question shows what became of its answer. The session decides when. */

/**
 * Show the verdict under a question: icon, words, and the feedback that fits.
 * @param {HTMLElement} el the question
 * @param {number | null} credit 0..1; null: thanks without a verdict
 * @param {number[]} chosen numbers of chosen options, whose own feedback is shown
 * @param {boolean} [feedback] false: the words only
 */
function showVerdict(el, credit, chosen, feedback) {
  const box = $(".verdict", el);
  if (!box) return;
  clearVerdict(el);
  const kind = credit === null ? "noted" : credit >= 1 ? "right" : credit > 0 ? "partly" : "wrong";
  const words = { right: t("Right"), partly: t("Partly right"), wrong: t("Wrong"), noted: t("Your answer is recorded") };
  box.className = "verdict v-" + kind;
  const pictures = { right: "check", partly: "half", wrong: "cross", noted: "check" };
  box.append(h("p", { class: "verdict-words" }, icon(pictures[kind]), words[kind]));
  if (feedback === false) return;
  for (const number of chosen) addCopy(box, `template[data-answer-feedback="${number}"]`, el);
  if (kind !== "noted") addCopy(box, `template[data-feedback="${kind}"]`, el);
  addCopy(box, 'template[data-feedback="always"]', el);
  addCopy(box, "template[data-model-answer]", el, t("Model answer"));
}

/**
 * @param {HTMLElement} box
 * @param {string} selector
 * @param {HTMLElement} el
 * @param {string} [title]
 */
function addCopy(box, selector, el, title) {
  const copy = copyOf(selector, el);
  if (!copy) return;
  box.append(h("div", { class: "feedback" }, title ? h("p", { class: "label" }, title) : null, copy));
}

/**
 * Empty the verdict, and take the marks off the answers.
 * @param {HTMLElement} el
 */
function clearVerdict(el) {
  const box = $(".verdict", el);
  if (box) {
    box.textContent = "";
    box.className = "verdict";
  }
  unmark(el);
}

/**
 * Put buttons into the row under a question, instead of those there. The focus of one that goes moves
 * to what came of it.
 * @param {HTMLElement} el
 * @param {(HTMLElement | null)[]} buttons
 */
function setActions(el, buttons) {
  const row = $(".actions", el);
  if (!row) return;
  const hadFocus = row.contains(document.activeElement);
  row.textContent = "";
  for (const one of buttons) if (one) row.append(one);
  const verdict = $(".verdict:not(:empty)", el);
  if (hadFocus && verdict) focusOn(verdict);
}

/**
 * Move the focus to something that is read, not pressed.
 * @param {HTMLElement} el
 */
function focusOn(el) {
  el.tabIndex = -1;
  el.focus();
}

/**
 * Return a button that shows the question's hint, or null where it has none.
 * @param {HTMLElement} el
 * @returns {HTMLElement | null}
 */
function hintButton(el) {
  if (!$("template[data-hint]", el)) return null;
  const box = h("div", { class: "hint", id: el.id + "-hint", role: "status" });
  const toggle = button(t("Hint"), () => {
    const open = !box.firstChild;
    box.textContent = "";
    const copy = open ? copyOf("template[data-hint]", el) : null;
    if (copy) box.append(copy);
    toggle.setAttribute("aria-expanded", String(open));
  }, "quiet");
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", box.id);
  const old = $(".hint", el);
  if (old) old.remove();
  const verdict = $(".verdict", el);
  if (verdict) verdict.before(box);
  return toggle;
}

/**
 * Return a copy of what a `<template>` holds, or null where there is no such template.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {DocumentFragment | null}
 */
function copyOf(selector, root) {
  const found = /** @type {HTMLTemplateElement | null} */ (root.querySelector(selector));
  return found ? /** @type {DocumentFragment} */ (document.importNode(found.content, true)) : null;
}
