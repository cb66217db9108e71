// @ts-check
/** Several windows of one course: who is at work, and how another one takes the work over. */

/** How long a window that is asked may take to answer. */
const ANSWER = 1000;

/**
 * Send a message, and wait a moment for the answer.
 * @param {Lease} lease
 * @param {"ask" | "take"} kind
 * @param {(message: Message | null) => void} answered null: nobody answers
 */
function askLease(lease, kind, answered) {
  const timer = window.setTimeout(() => end(null), ANSWER);
  const end = (/** @type {Message | null} */ message) => {
    clearTimeout(timer);
    lease.answered = null;
    answered(message);
  };
  lease.answered = end;
  lease.tell(kind);
}

/**
 * Begin, unless another window answers that it is at work; this one then shows the course to read in.
 * @param {CourseData} data
 * @param {Session} session
 */
function askToBegin(data, session) {
  const { lease } = session;
  askLease(lease, "ask", (answer) => {
    if (!answer && !isTaken(lease)) {
      beginAtWork(data, session);
      return;
    }
    begin(data, session, null);
    if (answer) followState(answer.state);
    showReadOnly(t("This course is open in another window. Here you can only read."));
  });
}

/**
 * Answer another window of this course.
 * @param {Lease} lease
 * @param {Message} message
 */
function hearWindow(lease, message) {
  const { kind, state } = message;
  lease.others = true;
  if (lease.held) {
    if (kind === "take") giveLease();
    else if (kind === "ask") lease.tell("here", fullState());
    else if (state) withMore(() => mixIn(state)); // two held it for a moment
  } else if (lease.answered && (kind === "here" || kind === "yours")) {
    lease.answered(message);
  } else if (kind === "state" && player) {
    followState(state);
  }
}

/** Save, and let another window go on; here the course can only be read from now on. */
function giveLease() {
  const { session } = player;
  save();
  if (session.dirty || session.busy) keepWork();
  clearTimeout(session.timer);
  dropLease(session.lease);
  session.lease.tell("yours", fullState());
  showReadOnly(t("You went on in another window, and it has all your work. Here you can only read."));
}

/**
 * Take over what the window at work saved, so that progress and locks are right here too.
 * @param {string | undefined} text
 */
function followState(text) {
  player.course.state = decodeState(text || "") || player.course.state;
  refreshProgress();
}

/**
 * Show that this window is one to read in, with a way to go on here.
 * @param {string} reason
 */
function showReadOnly(reason) {
  const box = $("#saved");
  if (box) box.textContent = t("Read only");
  if (box) box.classList.remove("is-bad");
  dropNotice("unsaved");
  notice("window", reason, true, button(t("Go on here"), () => {
    askLease(player.session.lease, "take", (answer) => goOnHere(answer && answer.state));
  }));
  freeze();
}

/**
 * Work on in this window, with all that the other one had; where that one does not answer, with what
 * it had saved or left in this browser.
 * @param {string | null | undefined} text
 */
function goOnHere(text) {
  const { course, session } = player;
  const kept = session.owner ? parseKept(readOwn(ownKeptKey())) : null;
  const given = decodeState(text || "");
  const stored = session.owner ? null : decodeState(/** @type {Launch} */ (session.adapter.open()).state);
  if (given || stored) course.state = given || stored;
  else if (kept) course.state = mergeWork(course.data, course.state, kept).state;
  if (kept) Object.assign(session, { interactions: kept.interactions, objectives: kept.objectives, kept: true });
  // What this window's LMS was given at its launch is older than all this.
  course.changed = changesBetween(course, decodeState(session.over) || emptyState(), course.state);
  holdLease(session.lease);
  dropNotice("window");
  session.taken = true;
  touch(true);
  if (CAN_SWAP) withTurn(() => fetchPage(location.href, "none"));
  else location.reload();
}

/**
 * Return what one state has otherwise than an older one, as if it had just been changed.
 * @param {Course} course
 * @param {State} base
 * @param {State} state
 * @returns {Changes}
 */
function changesBetween(course, base, state) {
  const { status, closed } = course.data.layout;
  const slots = status.map((bits, n) => "s" + n).concat(closed.map((bits, n) => "c" + n));
  /** @type {Changes} */
  const changed = {};
  for (const slot of slots) {
    if (contentOf(course, base, slot) !== contentOf(course, state, slot)) changed[slot] = [state.serial, -1];
  }
  return changed;
}

/**
 * Take in what another window did that held the lease for a moment as well.
 * @param {string} text
 */
function mixIn(text) {
  const { course, session } = player;
  const other = decodeState(text);
  const over = session.launch.state;
  if (!other) return;
  const changed = changesBetween(course, decodeState(over) || emptyState(), other);
  course.state = mergeWork(course.data, course.state, { over, state: text, changed, interactions: [], objectives: {} }).state;
  touch(true);
}
