// @ts-check
/** Bits and base-64 digits of the saved state; docs/reference/saved-state.md is the definition. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Return `width` bits from `at`, lowest first, as a number. Bits beyond the end are 0.
 * @param {number[]} bits
 * @param {number} at
 * @param {number} width
 * @returns {number}
 */
function getBits(bits, at, width) {
  let value = 0;
  for (let i = width - 1; i >= 0; i--) value = value * 2 + (bits[at + i] || 0);
  return value;
}

/**
 * Set `width` bits from `at`, lowest first.
 * @param {number[]} bits
 * @param {number} at
 * @param {number} width
 * @param {number} value
 */
function setBits(bits, at, width, value) {
  while (bits.length < at + width) bits.push(0);
  for (let i = 0, rest = value; i < width; i++, rest = Math.floor(rest / 2)) bits[at + i] = rest % 2;
}

/**
 * Return bits as digits, six a digit, without zeros at the end.
 * @param {number[]} bits
 * @returns {string}
 */
function toDigits(bits) {
  let digits = "";
  for (let at = 0; at < bits.length; at += 6) digits += DIGITS[getBits(bits, at, 6)];
  return digits.replace(/A+$/, "");
}

/**
 * @param {string} digits
 * @returns {number[]}
 */
function fromDigits(digits) {
  /** @type {number[]} */
  const bits = [];
  for (let i = 0; i < digits.length; i++) setBits(bits, i * 6, 6, DIGITS.indexOf(digits[i]));
  return bits;
}

/**
 * Shorten runs of zeros: 3 to 66 `A` become `~` and a digit.
 * @param {string} digits
 * @returns {string}
 */
function squeeze(digits) {
  return digits.replace(/A{3,66}/g, (run) => "~" + DIGITS[run.length - 3]);
}

/**
 * Undo `squeeze`.
 * @param {string} text
 * @returns {string}
 */
function unsqueeze(text) {
  return text.replace(/~(.)/g, (all, digit) => "A".repeat(DIGITS.indexOf(digit) + 3));
}

/**
 * Return three digits that change with the text: FNV-1a folded to 18 bits.
 * @param {string} text ASCII
 * @returns {string}
 */
function checksum(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const folded = (hash ^ (hash >>> 18)) & 0x3ffff;
  return DIGITS[folded & 63] + DIGITS[(folded >> 6) & 63] + DIGITS[folded >> 12];
}

/**
 * Return a rank that a seed gives to a number; shuffles and draws order by it.
 * @param {number} seed
 * @param {number} n
 * @returns {number} 0 .. 2^32 - 1
 */
function mix(seed, n) {
  let hash = Math.imul(seed, 0x9e3779b1) ^ (Math.imul(n, 0x85ebca77) + 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
