// @ts-check
/** What the adapters for xAPI and cmi5 share: the way to the LRS, the queue, the document of the work. */

/**
 * What one standard does in its own way. `enter` opens the way to the LRS, once for each launch;
 * `first`, `outcome` and `last` put statements about the whole part into the queue; `adopt` takes
 * over what an earlier session left, or drops it.
 * @typedef {object} Standard
 * @property {string} name
 * @property {string[]} once  what an LMS refuses to hear twice, so that it is asked for first
 * @property {(tracker: Tracker) => Promise<Delivery>} enter
 * @property {(tracker: Tracker, resumed: boolean) => void} first
 * @property {(tracker: Tracker, record: TrackRecord) => void} outcome
 * @property {(tracker: Tracker, record: TrackRecord | null) => void} last
 * @property {(left: Waiting) => Waiting | null} adopt
 *
 * lrs: null as long as there is no way to it. said, queued: what may be said once, stored or on its
 * way. spent: seconds of earlier sessions. shown: score and progress as last told. ended: this launch
 * may send no more. mastery: the LMS's mark. tried: a scored quiz was submitted in this session.
 * judged: this session said passed or failed. since: when it began, in milliseconds. open: it said
 * that it began. apart: it began without the LRS, which has nothing of it yet; asked: on the way to it.
 * @typedef {{data: CourseData, launch: LrsLaunch, speaker: Speaker, activity: string, keys: string,
 *   lrs: Lrs | null, outbox: Outbox, document: WorkDocument, mode: "normal"|"review"|"browse",
 *   ended: boolean, spent: number, said: string[], queued: string[],
 *   shown: {score: number | null, percent: number} | null, mastery: number | null, tried: boolean,
 *   judged: boolean, since: number, open: boolean, apart: boolean, asked: Promise<Delivery> | null}} Tracker
 */

/**
 * @param {CourseData} data
 * @param {LrsLaunch} launch
 * @param {any} actor
 * @returns {Tracker}
 */
function makeTracker(data, launch, actor) {
  const registration = isUuid(launch.registration) ? launch.registration : "";
  /** @type {Tracker} */
  const tracker = {
    data, launch, activity: launch.activity || data.iri[1], keys: "",
    speaker: { actor, registration, template: {}, data, definitions: {} },
    lrs: null, outbox: null, document: null, mode: "normal", ended: false, spent: 0,
    said: [], queued: [], shown: null, mastery: null, tried: false, judged: false,
    since: Date.now(), open: false, apart: false, asked: null,
  };
  tracker.keys = storeKey(data, "", ownerOf(learnerOf(tracker)));
  tracker.document = workDocument((method, body, headers) =>
    askLrs(tracker.lrs, method, "activities/state", stateParams(tracker, STATE_ID), { body, headers }));
  tracker.outbox = makeOutbox(outboxKey(tracker) + randomUuid(), {
    stored: (entry) => entry.once && tracker.said.push(entry.once),
    refused: (entry, answer) => withTurn(() => putAside(tracker, entry.s, answer)),
  });
  return tracker;
}

/**
 * @param {Tracker} tracker
 * @returns {Learner}
 */
function learnerOf(tracker) {
  const { actor, registration } = tracker.speaker;
  const who = actorId(actor);
  return { id: [who, registration].join(" ").trim(), name: actor.name || "", who };
}

/**
 * Return what the keys of this learner's queues begin with: what was meant for one LRS goes to no other.
 * @param {Tracker} tracker
 * @returns {string}
 */
function outboxKey(tracker) {
  return tracker.keys + "outbox-" + hashOf(tracker.launch.endpoint) + "-";
}

/**
 * Return the parameters of a document of the State resource (xAPI 1.0.3 Communication 2.3).
 * @param {Tracker} tracker
 * @param {string} stateId
 * @returns {{[name: string]: string}}
 */
function stateParams(tracker, stateId) {
  const { actor, registration } = tracker.speaker;
  const params = { activityId: tracker.activity, agent: JSON.stringify(actor), stateId };
  return registration ? Object.assign(params, { registration }) : params;
}

/**
 * @param {Tracker} tracker
 * @param {string} once
 * @returns {string} the id of what is said once, made of what it says
 */
function onceId(tracker, once) {
  const { actor, registration } = tracker.speaker;
  return namedUuid([tracker.activity, actorId(actor), registration, once].join("\n"));
}

/**
 * @param {Tracker} tracker
 * @param {Waiting} entry
 */
function enqueue(tracker, entry) {
  if (entry.once) tracker.queued.push(entry.once);
  tracker.outbox.add(entry);
}

/**
 * Say what may be said once per registration. Its id comes of what it says, so that even a session
 * that never learned whether it was stored can't store it twice.
 * @param {Tracker} tracker
 * @param {string} once
 * @param {(id: string) => Statement} make
 * @param {boolean} [own]
 */
function sayOnce(tracker, once, make, own) {
  if (tracker.said.includes(once) || tracker.queued.includes(once)) return;
  enqueue(tracker, { s: make(onceId(tracker, once)), once, own });
}

/**
 * Send what waits.
 * @param {Tracker} tracker
 * @returns {Promise<Delivery>}
 */
function sendAll(tracker) {
  return tracker.outbox.flush((batch) => post(tracker, batch));
}

/**
 * @param {Tracker} tracker
 * @param {Waiting[]} batch
 * @returns {Promise<LrsAnswer>}
 */
function post(tracker, batch) {
  const body = JSON.stringify(batch.map((entry) => dress(entry.s, tracker.speaker)));
  return askLrs(tracker.lrs, "POST", "statements", {}, { body });
}

/**
 * Save the work: the document first, then the statements, then what was said by them.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @param {TrackRecord} record
 * @returns {Promise<boolean>} whether the LRS has all of it
 */
function saveTracker(tracker, standard, record) {
  if (tracker.ended) return Promise.resolve(false);
  if (!tracker.open) return loadMore().then(() => joinLater(tracker, standard), () => false);
  sayProgress(tracker, record);
  standard.outcome(tracker, record);
  return writeWork(tracker, record).then((ok) => ok && sendAll(tracker).then((result) => {
    if (result === "ended") tracker.ended = true;
    if (result !== "done") return false;
    tracker.apart = false;
    return tracker.document.work().said.length === tracker.said.length || writeWork(tracker, record);
  }));
}

/**
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 * @returns {Promise<boolean>}
 */
function writeWork(tracker, record) {
  const work = { state: record.state, said: tracker.said.slice(), seconds: Math.round(tracker.spent + record.seconds) };
  return tracker.document.write(work).then((result) => {
    if (result === "ended") tracker.ended = true;
    if (result === "changed") stopHere(tracker);
    return result === "done";
  });
}

/**
 * Stop the work on this page: another session has gone beyond it.
 * @param {Tracker} tracker
 */
function stopHere(tracker) {
  tracker.ended = true;
  endHere(t("The course was continued in another window or on another device. What you do here is no longer saved: please leave the course and open it again."));
}

/**
 * End the session while the page is being left. Nothing can be waited for: what the LRS does not
 * take stays in the browser.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @param {TrackRecord | null} record null where nothing is recorded
 * @returns {boolean} whether the LRS has the saved state
 */
function closeTracker(tracker, standard, record) {
  if (tracker.ended || !tracker.open) return false;
  if (record) sayProgress(tracker, record);
  if (record) standard.outcome(tracker, record);
  standard.last(tracker, record);
  const isKept = !record || record.state === tracker.document.work().state;
  if (!isKept) writeWork(tracker, record);
  tracker.outbox.flushLast((batch) => post(tracker, batch));
  return isKept;
}
