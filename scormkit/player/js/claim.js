// @ts-check
/** Places in an LMS's lists of interactions and objectives. A value that is refused never matters. */

/**
 * shift: how many more interactions the LMS counts than the saved state; counts: it keeps any.
 * @typedef {{shift: number, counts: boolean}} Log
 */

/**
 * Take the place of an interaction; where an LMS counts otherwise than the saved state, its count decides.
 * @param {Lms} lms
 * @param {InteractionRecord} record gets the index that it has in the LMS
 * @param {Log} log
 * @param {string} id
 * @returns {((name: string, value: string) => void) | null} sets its values; null: the LMS does not take it
 */
function claimInteraction(lms, record, log, id) {
  const list = "cmi.interactions.";
  if (!log.counts) return null;
  let index = record.index + log.shift;
  if (!lms.set(list + index + ".id", id)) {
    index = parseInt(lms.get(list + "_count"), 10);
    log.counts = index >= 0;
    if (!log.counts || !lms.set(list + index + ".id", id)) return null;
    log.shift = index - record.index;
  }
  record.index = index;
  return (name, value) => {
    lms.set(list + index + "." + name, value);
  };
}

/**
 * Return the index of an objective: first where it is expected, else where the LMS has it, else new.
 * @param {Lms} lms
 * @param {number} expected
 * @param {string} id
 * @returns {number} -1 where the LMS keeps none
 */
function objectiveIndex(lms, expected, id) {
  const count = parseInt(lms.get("cmi.objectives._count"), 10);
  if (!(count >= 0)) return -1;
  if (expected < count && lms.get("cmi.objectives." + expected + ".id") === id) return expected;
  for (let i = 0; i < count; i++) {
    if (lms.get("cmi.objectives." + i + ".id") === id) return i;
  }
  return lms.set("cmi.objectives." + count + ".id", id) ? count : -1;
}
