// @ts-check
/** The result of an attempt: score, what came out, a breakdown, what to do next. */

/**
 * `share` 0..1, null where nothing is scored; `passed` null where there is no pass mark;
 * `rows` of the breakdown: [what, points got, points of all]; `text`: the author's words.
 * @typedef {{title: string, share: number | null, passed: boolean | null, notes: string[],
 *   text: Node | null, rows: Array<[string, number, number]>, actions: HTMLElement[]}} Result
 */

/**
 * Show a result in a quiz, and move the focus to it.
 * @param {HTMLElement} form the quiz
 * @param {Result} result
 * @param {boolean} focus false where the page is only opened again
 */
function showResult(form, result, focus) {
  const box = $(".quiz-result", form);
  if (!box) return;
  const made = h("div", { class: "result" });
  const head = h("h2", { tabindex: "-1" }, result.title);
  made.append(head);
  if (result.share !== null) made.append(ring(result.share, percent(result.share)));
  if (result.passed !== null) {
    const words = result.passed ? t("Passed") : t("Not passed");
    made.append(h("p", { class: "words " + (result.passed ? "passed" : "failed") }, icon(result.passed ? "check" : "cross"), words));
  }
  for (const note of result.notes) made.append(h("p", { class: "note" }, note));
  if (result.text) made.append(h("div", { class: "text" }, result.text));
  if (result.rows.length > 1) made.append(breakdown(result.rows));
  if (result.actions.length) made.append(h("div", { class: "actions" }, ...result.actions));
  box.textContent = "";
  box.append(made);
  box.hidden = false;
  if (focus) head.focus();
}

/**
 * @param {number} share 0..1
 * @returns {HTMLElement}
 */
function shareBar(share) {
  const part = h("span", null);
  part.style.width = share * 100 + "%";
  return h("span", { class: "meter share", "aria-hidden": "true" }, part);
}

/**
 * Return points got and points of all for each objective that an attempt's questions name.
 * @param {QuizView} quiz
 * @param {Array<number | null>} credits
 * @returns {Array<[string, number, number]>}
 */
function byObjective(quiz, credits) {
  const known = /** @type {Array<[string | null, string]>} */ (player.course.data.objectives || []).concat([[null, t("Other questions")]]);
  const ids = known.map(([id]) => id);
  const rows = known.map(([, text]) => /** @type {[string, number, number]} */ ([text, 0, 0]));
  quiz.items.forEach(({ q }, i) => {
    const credit = credits[i];
    if (credit === null) return;
    const named = q.objective ? ids.indexOf(q.objective) : -1;
    const row = rows[named < 0 ? ids.length - 1 : named];
    row[1] += credit * q.points;
    row[2] += q.points;
  });
  const filled = rows.filter((row) => row[2] > 0);
  return filled.some((row) => row !== rows[ids.length - 1]) ? filled : [];
}

/**
 * Return a table of areas. Its roles are said, since a narrow window lays its rows out otherwise.
 * @param {Array<[string, number, number]>} rows
 * @returns {HTMLElement}
 */
function breakdown(rows) {
  const body = h("tbody", { role: "rowgroup" });
  const lang = document.documentElement.lang;
  const say2 = (/** @type {number} */ n) => n.toLocaleString(lang, { maximumFractionDigits: 2 });
  for (const [what, got, all] of rows) {
    body.append(h("tr", { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, what),
      h("td", { role: "cell" }, t("{n} of {all}", { n: say2(got), all: say2(all) })),
      h("td", { role: "cell" }, percent(got / all), shareBar(got / all))));
  }
  const heads = [t("Area"), t("Points"), t("Score")].map((words) => h("th", { scope: "col", role: "columnheader" }, words));
  const made = h("table", { role: "table" }, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads)), body);
  return h("div", { class: "table", role: "region", tabindex: "0", "aria-label": t("Score") }, made);
}
