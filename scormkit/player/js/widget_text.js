// @ts-check
/** short_answer, number, essay: what is typed. */

/** @param {HTMLElement} el @returns {HTMLInputElement} */
function textField(el) {
  return /** @type {HTMLInputElement} */ ($(".answers input, .answers textarea", el));
}

/**
 * Return what may be shown as the right answer of a typed question.
 * @param {QuestionData} q
 * @returns {string}
 */
function rightText(q) {
  if (q.type === "number") {
    const figure = Number(q.answer).toLocaleString(document.documentElement.lang || "en", { maximumFractionDigits: 10 });
    return q.unit ? figure + " " + q.unit : figure;
  }
  const best = (q.accept || []).filter((one) => !one.regex && one.credit === 1)[0];
  return best ? best.text : "";
}

/** @type {Widget} */
widgets.short_answer = {
  read: (el) => textField(el).value.trim() || null,
  write: (el, q, response) => {
    textField(el).value = response === null ? "" : String(response);
    countWords(el);
  },
  lock: (el, q, locked) => {
    textField(el).readOnly = locked;
    el.classList.toggle("locked", locked);
  },
  ready: (el) => {
    if (textField(el).tagName === "TEXTAREA" && !$(".word-count", el)) {
      const count = h("span", { class: "word-count" });
      textField(el).after(count);
      textField(el).addEventListener("input", () => countWords(el));
      countWords(el);
    }
    hear(el, "input");
  },
  show: (el, q, response, verdict) => {
    unmark(el);
    const text = rightText(q);
    const host = $(".answers", el);
    if (!verdict || !host || q.type === "essay") return;
    host.classList.add(verdict.credit === 1 ? "was-right" : "was-wrong");
    if (verdict.credit < 1 && verdict.showCorrect && text) mark(host, "missed", t("Correct: {text}", { text }));
  },
};
widgets.number = widgets.short_answer;
widgets.essay = widgets.short_answer;

/** @param {HTMLElement} el */
function countWords(el) {
  const count = $(".word-count", el);
  if (count) count.textContent = t("Words: {n}", { n: (textField(el).value.match(/\S+/g) || []).length });
}
