// @ts-check
/** Work that waited in this browser: found, merged with what the LMS has, and erased where it is due. */

/** Days that unsent work and begun answers wait. */
const DAYS_KEPT = 30;

/**
 * Return work that an earlier session could not send: of the same attempt, or of one that the LMS never
 * saw. An attempt that was reset stays so.
 * @param {CourseData} data
 * @param {Session} session
 * @returns {KeptWork | null}
 */
function readKept(data, session) {
  tidyStore(session.owner);
  const had = session.launch.state;
  const state = decodeState(had);
  const prefix = keptKey(data, session, "");
  const known = session.adapter.learner().id;
  const keys = state ? [prefix + birthOf(state), prefix + APART] : storedKeys().filter((key) => key.startsWith(prefix));
  for (const key of keys) {
    const work = parseKept(readOwn(key));
    if (!work) continue;
    const apart = key === prefix + APART;
    // Where the LMS's text is damaged, this browser's continues it; where there is none, it is the beginning.
    const fits = state || apart || session.launch.apart || (had ? work.over : known && !work.over);
    if (work.state === had) {
      writeStore(key, null); // the LMS took it, and the page never heard
    } else if (fits) {
      session.apart = apart;
      return work;
    }
  }
  return null;
}

/**
 * @param {string | null} text
 * @returns {KeptWork | null}
 */
function parseKept(text) {
  try {
    const work = JSON.parse(text || "null");
    for (const one of work.interactions) one.at = new Date(one.at);
    return decodeState(work.state) ? work : null;
  } catch (error) {
    return null; // nothing, or written by something else
  }
}

/**
 * Go on with work that was kept; what the LMS has is merged into it.
 * @param {CourseData} data
 * @param {Session} session
 * @param {State | null} state
 * @param {KeptWork} work
 * @returns {{state: State, changed: Changes}}
 */
function takeUp(data, session, state, work) {
  const used = work.over === session.launch.state
    ? { state: decodeState(work.state), changed: work.changed } : mergeWork(data, state, work);
  if (session.launch.apart) session.over = work.over;
  session.interactions = work.interactions;
  session.objectives = work.objectives;
  session.dirty = session.kept = session.taken = true;
  return used;
}

/**
 * Forget what other learners left on this computer, and what waited too long.
 * @param {string} owner
 */
function tidyStore(owner) {
  const [site, person] = owner.split("-");
  const last = dayNumber(new Date()) - DAYS_KEPT;
  for (const key of storedKeys()) {
    const [mark, , , whose, name] = key.split("|");
    if (mark !== "scormkit" || !whose) continue;
    const [itsSite, itsPerson] = whose.split("-");
    // A long text has no other place, so it stays; it was reported when it was given.
    const old = parseInt(readStore(key) || "", 10) < last && !name.startsWith("text-");
    if (old || (itsSite === site && itsPerson !== person)) writeStore(key, null);
  }
}
