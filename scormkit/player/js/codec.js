// @ts-check
/** The text of the saved state: read, written, cut to a limit. statecodec.py is its twin. */

/**
 * What is saved. Entries of `open` and `text` are [slot, digits], newest first; `heads` and
 * `more` are what a later version added, kept as found.
 * @typedef {{layout: number, place: number, interactions: number, serial: number,
 *   heads: string[], status: number[], closed: number[], open: Entry[], text: Entry[],
 *   more: string[]}} State
 * @typedef {[number, string]} Entry
 */

/**
 * @returns {State}
 */
function emptyState() {
  return {
    layout: 0, place: 0, interactions: 0, serial: 0, heads: [],
    status: [], closed: [], open: [], text: [], more: [],
  };
}

/**
 * Read a saved text; null where it is not one.
 * @param {string} text
 * @returns {State | null}
 */
function decodeState(text) {
  const end = text.lastIndexOf(".");
  const parts = text.split(".");
  if (parts.length < 7 || parts[0] !== "1" || checksum(text.slice(0, end)) !== parts[parts.length - 1]) return null;
  const heads = parts[1].split("-");
  const sound = heads.length >= 4 && heads.slice(0, 4).every((n) => /^[0-9a-z]{1,10}$/.test(n));
  if (!sound || !/^(?:[\w-]|~[\w-])*$/.test(parts[2]) || !/^(?:[\w-]|~[\w-])*$/.test(parts[3])) return null;
  const [layout, place, interactions, serial] = heads.slice(0, 4).map((n) => parseInt(n, 36));
  const open = decodeEntries(parts[4]);
  const typed = decodeEntries(parts[5]);
  if (!open || !typed) return null;
  return {
    layout, place, interactions, serial, heads: heads.slice(4),
    status: fromDigits(unsqueeze(parts[2])), closed: fromDigits(unsqueeze(parts[3])),
    open, text: typed, more: parts.slice(6, -1),
  };
}

/**
 * @param {string} text
 * @returns {Entry[] | null}
 */
function decodeEntries(text) {
  if (!text) return [];
  const entries = text.split("!");
  if (!entries.every((entry) => /^[0-9a-z]{1,6}\*[\w-]*$/.test(entry))) return null;
  return entries.map((entry) => {
    const [slot, digits] = entry.split("*");
    return /** @type {Entry} */ ([parseInt(slot, 36), digits]);
  });
}

/**
 * Return as many entries as fit into `room`, newest first; a shorter one may fit after a longer one did not.
 * @param {Entry[]} entries
 * @param {number} room in characters
 * @returns {string}
 */
function encodeEntries(entries, room) {
  let text = "";
  for (const [slot, digits] of entries) {
    const entry = (text && "!") + slot.toString(36) + "*" + digits;
    if (text.length + entry.length <= room) text += entry;
  }
  return text;
}

/**
 * Write the text, never longer than the limit: *open* gives way before *closed*, *text* first.
 * @param {State} state
 * @param {number | null} limit in characters
 * @param {number[]} slots the bits of each closed slot, in order of number
 * @returns {string}
 */
function encodeState(state, limit, slots) {
  const room = limit === null ? Infinity : limit;
  const numbers = [state.layout, state.place, state.interactions, state.serial].map((n) => n.toString(36));
  const first = ["1", numbers.concat(state.heads).join("-"), squeeze(toDigits(state.status))].join(".");
  const more = state.more.map((section) => "." + section).join("");
  const frame = first.length + more.length + 3 + 4;
  const closed = closedThatFit(state.closed, room - frame, slots);
  const open = encodeEntries(state.open, room - frame - closed.length);
  const typed = encodeEntries(state.text, room - frame - closed.length - open.length);
  const text = [first, closed, open, typed].join(".") + more;
  return text + "." + checksum(text);
}

/**
 * Return the digits of *closed*; where even they are too long, without the last slots.
 * @param {number[]} bits
 * @param {number} room
 * @param {number[]} slots
 * @returns {string}
 */
function closedThatFit(bits, room, slots) {
  let text = squeeze(toDigits(bits));
  let end = slots.reduce((sum, width) => sum + width, 0);
  for (let last = slots.length; text.length > room && last >= 0; last--) {
    text = squeeze(toDigits(bits.slice(0, end)));
    end -= last ? slots[last - 1] : 0;
  }
  return text;
}
