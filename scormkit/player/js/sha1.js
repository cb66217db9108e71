// @ts-check
/** SHA-1 (RFC 3174): for name-based UUIDs and for ETags, which xAPI makes of it. Never for secrets. */

/**
 * Return text as UTF-8.
 * @param {string} text
 * @returns {number[]}
 */
function utf8(text) {
  return Array.from(new TextEncoder().encode(text));
}

/**
 * Return the words of a message: bytes, a one, zeros, and its length in bits.
 * @param {number[]} bytes
 * @returns {number[]}
 */
function sha1Words(bytes) {
  const length = ((bytes.length + 8) >> 6) * 16 + 16;
  const words = Array(length).fill(0);
  bytes.concat(0x80).forEach((byte, i) => (words[i >> 2] |= byte << (24 - (i % 4) * 8)));
  words[length - 2] = Math.floor(bytes.length / 0x20000000);
  words[length - 1] = (bytes.length * 8) | 0;
  return words;
}

/**
 * @param {number[]} w eighty words
 * @param {number[]} state five words
 * @returns {number[]}
 */
function sha1Block(w, state) {
  const turn = (/** @type {number} */ n, /** @type {number} */ by) => (n << by) | (n >>> (32 - by));
  let [a, b, c, d, e] = state;
  for (let t = 0; t < 80; t++) {
    if (t > 15) w[t] = turn(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    const mixed = t < 20 ? ((b & c) | (~b & d)) + 0x5a827999 : t < 40 ? (b ^ c ^ d) + 0x6ed9eba1
      : t < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
    [a, b, c, d, e] = [(turn(a, 5) + mixed + e + w[t]) | 0, a, turn(b, 30), c, d];
  }
  return [a, b, c, d, e].map((word, i) => (word + state[i]) | 0);
}

/**
 * @param {number[]} bytes
 * @returns {number[]} twenty bytes
 */
function sha1(bytes) {
  const words = sha1Words(bytes);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0].map((n) => n | 0);
  for (let at = 0; at < words.length; at += 16) state = sha1Block(words.slice(at, at + 16), state);
  return state.reduce((all, word) => all.concat([24, 16, 8, 0].map((by) => (word >>> by) & 255)), /** @type {number[]} */ ([]));
}

/**
 * @param {number[]} bytes
 * @returns {string}
 */
function hex(bytes) {
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
