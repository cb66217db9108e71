// What a standard allows and real LMSs punish: notes beside a call that went through.

const RANK = {
  "not attempted": 0, unknown: 0, browsed: 1, incomplete: 1, failed: 2, completed: 3, passed: 4,
};

/** Return a note on a value that was set, "" for none. @param {string} name @param {unknown} given @param {string | undefined} before */
export function advice(name, given, before) {
  if (typeof given !== "string") return `a ${typeof given}, not a string`;
  if (before === undefined) return "";
  if (/(^|[._])status$/.test(name)) return fell(name, given, before);
  const core = /^cmi\.(core\.)?score\.(raw|scaled)$/.test(name);
  return core && Number(given) < Number(before) ? `the score fell from ${before}` : "";
}

/** @param {string} name @param {string} given @param {string} before */
function fell(name, given, before) {
  const rank = /** @type {Record<string, number>} */ (RANK);
  return rank[given] < rank[before] ? `the status fell from ${before}` : "";
}
