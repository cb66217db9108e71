// @ts-check
/** Videos and sounds: which fiftieths were really played. */

const FIFTIETHS = 50;

/** @type {WeakMap<Element, number[]>} */
const played = new WeakMap();

/** @param {ParentNode} root */
function enhanceMedia(root) {
  for (const box of $$("[data-media]", root)) {
    const media = /** @type {HTMLMediaElement | null} */ ($("video, audio", box));
    if (!media || played.has(box)) continue;
    played.set(box, Array(FIFTIETHS).fill(0));
    media.addEventListener("timeupdate", () => markPlayed(box, media));
    media.addEventListener("ended", () => markPlayed(box, media));
  }
}

/**
 * Count a part as watched once the browser played all of it, in any order.
 * Sends "watched" with `{share, parts}` when a part is new.
 * @param {HTMLElement} box
 * @param {HTMLMediaElement} media
 */
function markPlayed(box, media) {
  const parts = played.get(box);
  if (!parts || !(media.duration > 0) || media.duration === Infinity) return;
  const before = parts.join("");
  const length = media.duration / FIFTIETHS;
  // A browser reports ranges a little short at their ends: a quarter of a second is let go.
  const slack = Math.min(0.25, length / 4);
  for (let range = 0; range < media.played.length; range++) {
    const from = Math.ceil((media.played.start(range) - slack) / length);
    const to = Math.floor((media.played.end(range) + slack) / length);
    for (let part = Math.max(0, from); part < Math.min(FIFTIETHS, to); part++) parts[part] = 1;
  }
  if (parts.join("") !== before) {
    const share = parts.reduce((sum, one) => sum + one, 0) / FIFTIETHS;
    box.dispatchEvent(new CustomEvent("watched", { bubbles: true, detail: { share, parts: parts.slice() } }));
  }
}

/**
 * Put in what was watched in earlier sessions.
 * @param {Element} box the element with data-media
 * @param {number[]} parts 0 or 1 for each fiftieth
 */
function restoreWatched(box, parts) {
  const kept = played.get(box) || Array(FIFTIETHS).fill(0);
  played.set(box, kept.map((/** @type {number} */ one, /** @type {number} */ at) => one || parts[at] || 0));
}
