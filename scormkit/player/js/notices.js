// @ts-check
/** Notices above the page, each by a name so that it appears once, until the learner closes it. */

/** @type {{[name: string]: string}} words of notices that the learner closed */
const closedNotices = {};

/**
 * Show a notice. An urgent one is announced at once, and stays in view while the page scrolls.
 * @param {string} name
 * @param {string} words
 * @param {boolean} [urgent]
 * @param {...HTMLElement} buttons
 */
function notice(name, words, urgent, ...buttons) {
  const box = $("#notices");
  if (!box || closedNotices[name] === words) return;
  const old = $('[data-notice="' + name + '"]', box);
  if (old && old.dataset.words === words && !buttons.length) return;
  if (old) old.remove();
  const close = button("", () => {
    dropNotice(name);
    closedNotices[name] = words;
  }, "tool");
  close.setAttribute("aria-label", t("Close"));
  close.append(icon("cross"));
  const row = h("div", { role: urgent ? "alert" : "status", "data-notice": name, "data-words": words }, h("span", {}, words), ...buttons);
  if (name !== "ended" && name !== "window") row.append(close);
  box.append(row);
  box.classList.toggle("urgent", !!$("[role=alert]", box));
}

/**
 * @param {string} name
 */
function dropNotice(name) {
  const box = $("#notices");
  const old = box && $('[data-notice="' + name + '"]', box);
  delete closedNotices[name];
  if (old) old.remove();
  if (old) box.classList.toggle("urgent", !!$("[role=alert]", box));
}
