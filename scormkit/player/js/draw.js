// @ts-check
/** Which questions an attempt has, and in which order: pure functions of seed and slots. */

/**
 * What a quiz is made of. A unit moves as one: a question, or a group with its questions.
 * @typedef {{items: number[], pool: number | null}} Unit  slots of its questions; which pool
 */

/**
 * Return the places of the units of an attempt, in the order in which they are shown. A pool takes
 * the first `pick` of its questions by rank that existed when the attempt started and that no
 * pool before it took.
 * @param {Unit[]} units in the author's order
 * @param {Array<{pick: number}>} pools
 * @param {number} seed
 * @param {number} known closed slots when the attempt started
 * @param {boolean} shuffle
 * @returns {number[]}
 */
function drawUnits(units, pools, seed, known, shuffle) {
  const rank = (/** @type {number} */ i) => mix(seed, Math.min(...units[i].items));
  const byRank = (/** @type {number} */ a, /** @type {number} */ b) => rank(a) - rank(b) || a - b;
  const all = units.map((unit, i) => i);
  /** @type {number[]} */
  const taken = [];
  let drawn = all.filter((i) => units[i].pool === null);
  pools.forEach((pool, p) => {
    const fit = all.filter((i) => units[i].pool === p && units[i].items[0] < known && !taken.includes(units[i].items[0]));
    const picked = fit.sort(byRank).slice(0, pool.pick);
    picked.forEach((i) => taken.push(units[i].items[0]));
    drawn = drawn.concat(picked);
  });
  return drawn.sort(shuffle ? byRank : (a, b) => a - b);
}
