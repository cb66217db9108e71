// @ts-check
/** What was watched of videos and sounds: a share in *closed*, the parts in *open*. */

/**
 * @param {HTMLElement} el
 * @returns {MediaData}
 */
function mediaOf(el) {
  return JSON.parse(el.dataset.media || "{}");
}

/**
 * Tell whether enough of a medium was played; one that is not kept asks for nothing.
 * @param {HTMLElement} el
 * @param {number} part 0..1
 * @returns {boolean}
 */
function isWatched(el, part) {
  const { slot } = mediaOf(el);
  return !slot || watchedShare(slot) + 1e-6 >= part;
}

/**
 * @param {SlotData} slot
 * @returns {number} 0..1
 */
function watchedShare(slot) {
  const value = getBits(player.course.state.closed, player.course.at.closed[slot.n], slot.width);
  return value ? (value - 1) / CREDIT_STEPS : 0;
}

/**
 * @param {HTMLElement} main
 */
function mountMedia(main) {
  for (const el of $$("[data-media]", main)) {
    const { slot } = mediaOf(el);
    if (!slot) continue;
    const entry = player.course.state.open.find((one) => one[0] === slot.n);
    if (entry) restoreWatched(el, fromDigits(entry[1]));
    showShare(el, watchedShare(slot));
    el.addEventListener("watched", (event) => {
      noteWatched(slot, /** @type {CustomEvent} */ (event).detail);
      showShare(el, watchedShare(slot));
    });
  }
}

/**
 * Say under a medium how much of it was played.
 * @param {HTMLElement} el
 * @param {number} share 0..1
 */
function showShare(el, share) {
  const caption = $("figcaption", el);
  if (!share || !caption) return;
  const note = $(".watched", caption) || caption.appendChild(h("span", { class: "watched" }));
  note.textContent = t("{percent} done", { percent: percent(share) });
}

/**
 * @param {SlotData} slot
 * @param {{share: number, parts: number[]}} watched
 */
function noteWatched(slot, watched) {
  const { state, at } = player.course;
  noteChange(player.course, "c" + slot.n);
  // The share may be known where its parts found no room.
  const most = Math.max(watched.share, watchedShare(slot));
  setBits(state.closed, at.closed[slot.n], slot.width, 1 + Math.round(most * CREDIT_STEPS));
  dropEntry(state, slot.n);
  state.open.unshift([slot.n, toDigits(watched.parts)]);
  evaluatePage();
  touch();
}
