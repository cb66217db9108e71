// @ts-check
/** A question on a page: its data, its answer, its report, and how it locks. */

/**
 * reported: to the LMS. begun: when the learner could first see it.
 * @typedef {{el: HTMLElement, q: QuestionData, locked: boolean, reported: boolean, begun: number}} Item
 */

/**
 * @param {HTMLElement} el
 * @returns {QuestionData}
 */
function questionOf(el) {
  return JSON.parse(el.dataset.question || "{}");
}

/**
 * @param {HTMLElement} el
 * @returns {Item}
 */
function makeItem(el) {
  return { el, q: questionOf(el), locked: false, reported: false, begun: Date.now() };
}

/**
 * Tell whether a way has come to its end, and all screens are done; other answers are whole at once.
 * @param {QuestionData} q
 * @param {Kept} kept
 * @returns {boolean}
 */
function isComplete(q, kept) {
  if (kept.response === null) return true;
  if (q.type === "scenario") return !!walk(q, /** @type {number[]} */ (kept.response)).end;
  if (q.type === "simulation") return q.screens.every((screen) => isScreenDone(kept.response, screen.n));
  return true;
}

/**
 * Tell whether nothing is left to do for an answer: no part is empty, and an activity is at its end.
 * @param {QuestionData} q
 * @param {Given | null} response
 */
function isWhole(q, response) {
  if (response === null) return false;
  const parts = q.type === "gaps" ? q.gaps : ["match", "categorize"].includes(q.type) ? q.solution : [];
  return Object.keys(response).length >= parts.length && isComplete(q, { response, credit: null });
}

/**
 * @param {QuestionData} q
 * @param {Kept} kept
 * @returns {number | null}
 */
function creditOf(q, kept) {
  return kept.response === null ? kept.credit : grade(q, kept.response);
}

/**
 * Return the answer to a question: the saved one, with a text that found no room taken from the browser.
 * @param {QuestionData} q
 * @returns {Kept | null}
 */
function keptAnswer(q) {
  const kept = readAnswer(player.course, q);
  if (kept && kept.response === null) {
    const text = readOwn(textKey(q));
    if (text !== null) kept.response = q.type === "gaps" ? splitGaps(q, text) : text;
  }
  return kept;
}

/**
 * @param {QuestionData} q
 * @returns {string} the key of the browser's storage for a long text
 */
function textKey(q) {
  return storeKey(player.course.data, "text-" + q.key, player.session.owner);
}

/**
 * Tell whether a question's answer is free text.
 * @param {QuestionData} q
 */
function isTyped(q) {
  return q.slot && q.slot.kind === "credit" && q.type !== "scenario" && q.type !== "simulation";
}

/**
 * Keep an answer; a text without room in the saved state goes into the browser's storage.
 * @param {Item} item
 * @param {any} response
 * @returns {number | null} its credit
 */
function keepAnswer(item, response) {
  const { course } = player;
  const credit = response === null ? null : grade(item.q, response);
  writeAnswer(course, item.q, response, credit);
  if (response !== null && isTyped(item.q)) {
    const fits = textFits(item.q.slot.n);
    const key = textKey(item.q);
    if (!fits) writeOwn(key, typedText(item.q, response));
    else if (readOwn(key) !== null) writeOwn(key, null);
    noteRoom(item, fits);
  }
  return credit;
}

/**
 * Tell whether the text of a slot finds room in what is saved.
 * @param {number} n
 * @returns {boolean}
 */
function textFits(n) {
  const { state, data } = player.course;
  if (data.limit === null) return true;
  const written = decodeState(encodeState(state, data.limit, data.layout.closed));
  return written !== null && written.text.some((entry) => entry[0] === n);
}

/**
 * Say that a text is longer than the platform keeps: before typing where little room is left,
 * and as soon as it is too long.
 * @param {Item} item
 * @param {boolean} fits
 */
function noteRoom(item, fits) {
  const old = $(".room", item.el);
  if (fits && old) old.remove();
  if (fits || old) return;
  const words = t("The learning platform has no room for a text this long: it stays in this browser and is sent as a report.");
  const verdict = $(".verdict", item.el);
  if (verdict) verdict.before(h("p", { class: "room how", role: "status" }, words));
}

/**
 * Say before typing that there is no room for a text as long as this question wants.
 * @param {Item} item
 */
function foreseeRoom(item) {
  const { state, data } = player.course;
  if (!isTyped(item.q) || data.limit === null || readAnswer(player.course, item.q)) return;
  const wanted = item.q.type === "essay" ? Math.max(400, 16 * (item.q.minWords || 0)) : 40;
  const free = data.limit - encodeState(state, null, data.layout.closed).length;
  noteRoom(item, free >= wanted);
}

/**
 * Queue the report of an answer. Text beyond a standard's longest response goes on in further reports.
 * @param {Item} item
 * @param {any} response
 * @param {number | null} credit
 */
function report(item, response, credit) {
  const { course, session } = player;
  item.reported = true;
  if (!session.recording) return;
  const stem = $(".stem", item.el);
  const limit = session.adapter.textLimit;
  const isLong = typeof response === "string" && response.length > limit;
  const pieces = isLong ? splitText(response, limit) : [response];
  pieces.forEach((piece, i) => session.interactions.push({
    index: course.state.interactions++, id: item.q.key + (i ? "." + (i + 1) : ""), q: item.q, response: piece, credit,
    seconds: (Date.now() - item.begun) / 1000, at: new Date(item.begun),
    description: stem ? (stem.textContent || "").replace(/\s+/g, " ").trim() : "",
  }));
  for (const record of session.interactions.slice(-pieces.length)) {
    noteEvent({ kind: "response", page: course.byId[player.page] || null, record });
  }
}

/**
 * @param {string} text
 * @param {number} size
 * @returns {string[]} at most 40 pieces
 */
function splitText(text, size) {
  const pieces = [];
  for (let at = 0; at < text.length && pieces.length < 40; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

/**
 * Return ranks for a question's options.
 * @param {QuestionData} q
 * @param {number | null} seed null: as the author wrote them
 * @returns {((n: number) => number) | null}
 */
function rankOf(q, seed) {
  const slot = q.slot ? q.slot.n : 0;
  return seed === null || q.fixed ? null : (n) => mix(seed, slot * 64 + n);
}
