// @ts-check
/** order: a list whose items are moved by buttons, or dragged where a pointer can. */

/** @param {HTMLElement} el @returns {HTMLElement} */
function sortList(el) {
  return /** @type {HTMLElement} */ ($(".sort", el));
}

/** @param {HTMLElement} el @returns {number[]} */
function sortOrder(el) {
  return $$("[data-option]", sortList(el)).map((one) => Number(one.dataset.option));
}

/**
 * @param {HTMLElement} el
 * @param {number[]} numbers
 */
function setOrder(el, numbers) {
  for (const number of numbers) {
    const item = $(`[data-option="${number}"]`, sortList(el));
    if (item) sortList(el).append(item);
  }
  endsOfOrder(el);
}

/**
 * The first item cannot go up, the last not down.
 * @param {HTMLElement} el
 */
function endsOfOrder(el) {
  const items = Array.from(sortList(el).children);
  items.forEach((item, index) => {
    $$(".tool", item).forEach((one, which) => {
      one.setAttribute("aria-disabled", String(which ? index === items.length - 1 : index === 0));
    });
  });
}

/** @param {Element} item @returns {string} */
function sortWords(item) {
  return ((item.querySelector(".sort-text") || item).textContent || "").trim();
}

/**
 * Move an item by one place and say where it is now.
 * @param {HTMLElement} el
 * @param {HTMLElement} item
 * @param {number} by -1 or 1
 * @param {HTMLElement} pressed keeps the focus
 */
function moveItem(el, item, by, pressed) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other || el.classList.contains("locked")) return;
  if (by < 0) other.before(item);
  else other.after(item);
  pressed.focus();
  dropped(el, item);
}

/**
 * @param {HTMLElement} el
 * @param {HTMLElement} item
 */
function dropped(el, item) {
  el.dataset.touched = "1";
  endsOfOrder(el);
  const items = Array.from(sortList(el).children);
  say(t("{text}: place {n} of {all}", { text: sortWords(item), n: items.indexOf(item) + 1, all: items.length }));
  changed(el);
}

/**
 * Give an item its two buttons, and let a mouse or finger drag it by its text.
 * @param {HTMLElement} el
 * @param {HTMLElement} item
 */
function sortable(el, item) {
  const text = sortWords(item);
  const tools = [[-1, "up", t("Move up: {text}", { text })], [1, "down", t("Move down: {text}", { text })]].map(([by, name, label]) => {
    /** @type {HTMLButtonElement} */
    const tool = button("", () => moveItem(el, item, Number(by), tool), "tool");
    tool.setAttribute("aria-label", String(label));
    tool.append(icon(String(name)));
    return tool;
  });
  item.append(...tools);
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    if (el.classList.contains("locked")) return event.preventDefault();
    item.classList.add("dragged");
    if (event.dataTransfer) event.dataTransfer.setData("text/plain", text);
  });
  item.addEventListener("dragend", () => {
    item.classList.remove("dragged");
    dropped(el, item);
  });
}

/**
 * Never begin with the right order: the learner must do something.
 * @param {HTMLElement} el
 * @param {QuestionData} q
 * @param {(n: number) => number} rank
 */
function shuffleOrder(el, q, rank) {
  shuffleBy(sortList(el), rank, "data-option");
  const first = sortList(el).firstElementChild;
  if (first && sortOrder(el).join() === (q.items || []).join()) sortList(el).append(first);
}

/** @type {Widget} */
widgets.order = {
  read: (el) => (el.dataset.touched ? sortOrder(el) : null),
  write: (el, q, response) => {
    el.dataset.touched = Array.isArray(response) ? "1" : "";
    if (Array.isArray(response)) setOrder(el, response);
    endsOfOrder(el);
  },
  lock: (el, q, locked) => lockControls(el, locked),
  ready: (el, q, rank) => {
    if (!el.dataset.hears) {
      $$("[data-option]", sortList(el)).forEach((item) => sortable(el, item));
      sortList(el).addEventListener("dragover", (event) => {
        const held = $(".dragged", sortList(el));
        const over = /** @type {Element} */ (event.target).closest("[data-option]");
        if (!held || !over) return;
        event.preventDefault();
        const box = over.getBoundingClientRect();
        if (over !== held) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](held);
      });
    }
    el.dataset.hears = "1";
    el.dataset.touched = "";
    shuffleOrder(el, q, rank || ownRank(q));
    endsOfOrder(el);
  },
  show: (el, q, response, verdict) => {
    unmark(el);
    if (!verdict || !(verdict.showCorrect || verdict.credit === 1)) return;
    const right = q.items || [];
    $$("[data-option]", sortList(el)).forEach((item, index) => {
      const place = right.indexOf(Number(item.dataset.option));
      if (place === index) mark(item, "right");
      else mark(item, "wrong", t("Correct: {text}", { text: place + 1 }));
    });
  },
};
