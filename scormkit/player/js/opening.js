// @ts-check
/** The launch of an xAPI or cmi5 package: the way to the LRS, what it has, and how the session begins. */

/** Milliseconds for which a launch waits for the LRS; then the course begins without it. */
const LAUNCH_PATIENCE = 6000;
/** Milliseconds after which an LRS that failed at a launch is asked again. */
const ASK_AGAIN = 1500;

/**
 * Find the way to the LRS, and read there what was done before.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @returns {Promise<Delivery>}
 */
function connect(tracker, standard) {
  const root = document.documentElement.dataset.root || "";
  const described = request(new URL(root + tracker.data.told, location.href).href, {});
  return standard.enter(tracker).then((entered) => {
    if (entered !== "done") return entered;
    return Promise.all([tracker.document.read(), described]).then(([status, found]) => {
      tracker.speaker.definitions = parseJson(found.text) || {};
      if (status === 401 || status === 403) return "ended";
      if (status !== 200 && status !== 404) return "later";
      const work = tracker.document.work();
      tracker.spent = work.seconds;
      tracker.said = work.said.slice();
      return work.state ? learnSaid(tracker, standard.once) : "done";
    });
  });
}

/**
 * Ask the LRS for what an earlier session may have said while its page closed, before it could note that.
 * @param {Tracker} tracker
 * @param {string[]} once
 * @returns {Promise<Delivery>}
 */
function learnSaid(tracker, once) {
  const open = once.filter((one) => !tracker.said.includes(one));
  return Promise.all(open.map((one) =>
    askLrs(tracker.lrs, "GET", "statements", { statementId: onceId(tracker, one) }).then((answer) => {
      if (answer.status === 200) tracker.said.push(one);
    }))).then(() => "done");
}

/**
 * Begin a session. Where the LRS does not answer in time, or does not take this launch, the course
 * begins without it, and what is done waits in the browser.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @returns {Promise<Launch>}
 */
function openTracker(tracker, standard) {
  const end = Date.now() + LAUNCH_PATIENCE;
  /** @type {() => Promise<Delivery>} */
  const ask = () => connect(tracker, standard).then((result) =>
    (result === "later" && Date.now() + ASK_AGAIN < end ? inTime(ASK_AGAIN).then(ask) : result));
  tracker.asked = ask();
  return Promise.race([tracker.asked, inTime(LAUNCH_PATIENCE)]).then((result) => {
    if (result === "done") return takeLaunch(tracker, standard);
    tracker.ended = result === "ended";
    tracker.apart = true;
    return { mode: "normal", state: "", resumed: false, status: null, score: null, apart: true };
  });
}

/**
 * @param {number} wait in milliseconds
 * @returns {Promise<Delivery>} later
 */
function inTime(wait) {
  return new Promise((resolve) => setTimeout(() => resolve("later"), wait));
}

/**
 * The LRS answered: say that the session begins, and what waited for it.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @returns {Launch}
 */
function takeLaunch(tracker, standard) {
  const { state } = tracker.document.work();
  tracker.open = true;
  tracker.asked = null;
  beginQueue(tracker, standard, state !== "");
  return { mode: tracker.mode, state, resumed: state !== "", status: null, score: null };
}

/**
 * Said before the session could begin, and left by earlier ones: it follows what the session begins
 * with. In the modes Browse and Review nothing of it may be said (cmi5 10.2.2).
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @param {boolean} resumed
 */
function beginQueue(tracker, standard, resumed) {
  const early = tracker.outbox.withdraw();
  standard.first(tracker, resumed);
  if (tracker.mode !== "normal") {
    sendAll(tracker); // nothing will be saved that would send it
    return;
  }
  for (const left of tracker.outbox.adopt(outboxKey(tracker)).concat(early)) {
    const ours = standard.adopt(left);
    if (ours) enqueue(tracker, ours);
  }
}
