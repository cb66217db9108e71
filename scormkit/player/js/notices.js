// @ts-check
/** Notices above the page, each by a name so that it appears once. */

/**
 * Show a notice.
 * @param {string} name
 * @param {string} words
 * @param {boolean} [urgent] is announced at once
 * @param {...HTMLElement} buttons
 */
function notice(name, words, urgent, ...buttons) {
  const box = $("#notices");
  if (!box) return;
  const old = $('[data-notice="' + name + '"]', box);
  if (old && old.dataset.words === words && !buttons.length) return;
  if (old) old.remove();
  box.append(h("div", { role: urgent ? "alert" : "status", "data-notice": name, "data-words": words }, words, ...buttons));
}

/**
 * @param {string} name
 */
function dropNotice(name) {
  const old = $('#notices [data-notice="' + name + '"]');
  if (old) old.remove();
}
