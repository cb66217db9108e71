// @ts-check
/** What a learner does with a video or sound, told as the video profile has it. */

/** Seconds that a jump must have to be one. */
const JUMP = 1;

/**
 * at: where it played last; from: where the running segment began; jumped: from where; begun: it was
 * played, so its session will have an end.
 * @typedef {{session: string, segments: Array<[number, number]>, from: number | null, at: number,
 *   jumped: number | null, completed: boolean, begun: boolean}} Playing
 */

/** @type {WeakMap<HTMLMediaElement, Playing>} */
const playing = new WeakMap();

/**
 * @param {Event} event
 * @returns {{media: HTMLMediaElement, id: string, state: Playing} | null} null for a medium that isn't kept
 */
function mediaOfEvent(event) {
  const media = /** @type {HTMLMediaElement} */ (event.target);
  const box = media.closest("[data-media]");
  const id = box && JSON.parse(/** @type {HTMLElement} */ (box).dataset.media || "{}").id;
  if (!id) return null;
  if (!playing.has(media)) playing.set(media, { session: randomUuid(), segments: [], from: null, at: 0, jumped: null, completed: false, begun: false });
  return { media, id, state: playing.get(media) };
}

/**
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 * @param {MediaReport["verb"]} verb
 * @param {number} time
 */
function tellMedia(one, verb, time) {
  const { media, id, state } = one;
  const segments = state.from === null ? state.segments : state.segments.concat([[state.from, state.at]]);
  const watched = coveredSeconds(segments);
  const rule = (player.course.byId[player.page] || { done: null }).done;
  noteEvent({
    kind: "media", page: player.course.byId[player.page] || null,
    report: {
      id, verb, time, session: state.session, length: media.duration, from: state.jumped === null ? 0 : state.jumped, segments,
      progress: media.duration > 0 ? Math.min(1, watched / media.duration) : 0, watched, threshold: rule && rule.watched || 1,
    },
  });
}

/**
 * Return how many distinct seconds the segments cover.
 * @param {Array<[number, number]>} segments
 * @returns {number}
 */
function coveredSeconds(segments) {
  let end = 0;
  let sum = 0;
  for (const [from, to] of segments.slice().sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** @param {Event} event */
function onPlay(event) {
  const one = mediaOfEvent(event);
  if (!one) return;
  const { media, state } = one;
  if (!state.begun) beginMedia(one);
  if (state.from !== null) return;
  state.from = state.at = media.currentTime;
  tellMedia(one, "played", media.currentTime);
}

/**
 * Begin a session of a medium; it ends with its page.
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 */
function beginMedia(one) {
  one.state.begun = true;
  tellMedia(one, "initialized", 0);
  leaving.push(() => endMedia(one));
}

/**
 * End a session: the profile wants it paused before it is terminated, and nothing after that.
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 */
function endMedia(one) {
  const { media, state } = one;
  if (state.from !== null) stopPlaying(one, state.at);
  tellMedia(one, "terminated", state.at);
  playing.delete(media);
}

/** @param {Event} event */
function onPause(event) {
  const one = mediaOfEvent(event);
  if (!one || one.state.from === null || one.media.seeking) return;
  stopPlaying(one, one.media.currentTime);
}

/**
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 * @param {number} time
 */
function stopPlaying(one, time) {
  endSegment(one);
  tellMedia(one, "paused", time);
  tellWhole(one);
}

/** @param {Event} event */
function onTime(event) {
  const one = mediaOfEvent(event);
  if (!one || one.media.seeking) return;
  if (one.state.from === null && !one.media.paused) onPlay(event); // it began before this script was there
  one.state.at = one.media.currentTime;
  tellWhole(one);
}

/** @param {Event} event */
function onSeeking(event) {
  const one = mediaOfEvent(event);
  if (!one || one.state.jumped !== null) return;
  one.state.jumped = one.state.at;
}

/** @param {Event} event */
function onSeeked(event) {
  const one = mediaOfEvent(event);
  if (!one || one.state.jumped === null) return;
  const { media, state } = one;
  const ran = state.from !== null;
  endSegment(one);
  if (Math.abs(media.currentTime - state.jumped) >= JUMP) tellMedia(one, "seeked", media.currentTime);
  state.jumped = null;
  state.at = media.currentTime;
  if (ran && !media.paused) state.from = media.currentTime;
}

/**
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 */
function endSegment({ state }) {
  if (state.from !== null && state.at > state.from) state.segments.push([state.from, state.at]);
  state.from = null;
}

/**
 * Say that enough was watched, once a visit.
 * @param {{media: HTMLMediaElement, id: string, state: Playing}} one
 */
function tellWhole(one) {
  const { media, state } = one;
  const segments = state.from === null ? state.segments : state.segments.concat([[state.from, state.at]]);
  const rule = (player.course.byId[player.page] || { done: null }).done;
  const enough = (rule && rule.watched) || 1;
  if (state.completed || !(media.duration > 0) || coveredSeconds(segments) + 0.5 < enough * media.duration) return;
  state.completed = true;
  tellMedia(one, "completed", media.currentTime);
}

// These events do not bubble, so they are caught on their way down.
document.addEventListener("play", onPlay, true);
document.addEventListener("pause", onPause, true);
document.addEventListener("timeupdate", onTime, true);
document.addEventListener("seeking", onSeeking, true);
document.addEventListener("seeked", onSeeked, true);
