// @ts-check
/** UUIDs (RFC 4122) for statements. */

/** The namespace of names that are URLs (RFC 4122 appendix C). */
const URL_NAMESPACE = "6ba7b8119dad11d180b400c04fd430c8";

/**
 * @param {number[]} bytes sixteen or more
 * @param {number} version
 * @returns {string}
 */
function formatUuid(bytes, version) {
  const set = bytes.slice(0, 16);
  set[6] = (set[6] & 15) | (version << 4);
  set[8] = (set[8] & 63) | 128;
  return hex(set).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * @returns {string} a random one
 */
function randomUuid() {
  return formatUuid(Array.from(crypto.getRandomValues(new Uint8Array(16))), 4);
}

/**
 * Return the UUID that a name always has: what may be said once is then stored once.
 * @param {string} name
 * @returns {string}
 */
function namedUuid(name) {
  const space = URL_NAMESPACE.match(/../g).map((byte) => parseInt(byte, 16));
  return formatUuid(sha1(space.concat(utf8(name))), 5);
}

/**
 * @param {string} text
 * @returns {boolean}
 */
function isUuid(text) {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
