// @ts-check
/**
 * Work that an LMS has not confirmed: it waits in this browser, from before a commit on, and is
 * merged at the next launch. Entries carry the learner's hash, and are erased once confirmed.
 */

const KEEP_DELAY = 500;

/**
 * over: what the LMS had, on which the work stands; changed: see `Course`.
 * @typedef {{over: string, state: string, changed: Changes,
 *   interactions: InteractionRecord[], objectives: {[id: string]: ObjectiveRecord}}} KeptWork
 */

/**
 * Return what tells one attempt at a course from another: drawn when its state began.
 * @param {State | null} state
 * @returns {string}
 */
function birthOf(state) {
  return state && state.heads[0] || "";
}

/** In place of a birth: work that began without knowing which attempt the LMS has. */
const APART = "~";

/**
 * @param {CourseData} data
 * @param {Session} session
 * @param {string} birth
 * @returns {string}
 */
function keptKey(data, session, birth) {
  return storeKey(data, "kept-" + birth, session.owner);
}

/** @returns {string} the key of what this session keeps */
function ownKeptKey() {
  const { course, session } = player;
  return keptKey(course.data, session, session.apart ? APART : birthOf(course.state));
}

/**
 * Tell whether this browser may hold work of the learner that an earlier session could not send.
 * @param {CourseData} data
 * @param {Session} session
 */
function mayHaveKept(data, session) {
  const prefix = keptKey(data, session, "");
  return !!session.owner && storedKeys().some((key) => key.startsWith(prefix));
}

/**
 * Keep the newest work in this browser until the LMS has it; a full state, whatever the LMS has room for.
 * @returns {boolean} whether it is kept
 */
function keepWork() {
  const { course, session } = player;
  clearTimeout(session.keeping);
  session.keeping = 0;
  if (!session.owner || !session.recording || !session.lease.held) return false;
  const { over, interactions, objectives } = session;
  const work = JSON.stringify({ over, state: fullState(), changed: course.changed, interactions, objectives });
  const kept = writeOwn(ownKeptKey(), work);
  session.kept = kept || session.kept;
  return kept;
}

/** Keep it soon: a key pressed is not worth a write each. */
function keepSoon() {
  const { session } = player;
  if (!session.keeping) session.keeping = window.setTimeout(keepWork, KEEP_DELAY);
}

/** Erase what waited: the LMS has it. */
function dropKept() {
  const { session } = player;
  clearTimeout(session.keeping);
  session.keeping = 0;
  if (session.kept) writeStore(ownKeptKey(), null);
  session.kept = session.apart = false;
}
