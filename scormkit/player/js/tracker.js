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
 * judged: this session said passed or failed.
 * @typedef {{data: CourseData, launch: LrsLaunch, speaker: Speaker, activity: string, keys: string,
 *   lrs: Lrs | null, outbox: Outbox, document: WorkDocument, mode: "normal"|"review"|"browse",
 *   ended: boolean, spent: number, said: string[], queued: string[],
 *   shown: {score: number | null, percent: number} | null, mastery: number | null, tried: boolean,
 *   judged: boolean}} Tracker
 */

/**
 * @param {CourseData} data
 * @param {LrsLaunch} launch
 * @param {any} actor
 * @returns {Tracker}
 */
function makeTracker(data, launch, actor) {
  const who = hex(sha1(utf8([actorId(actor), launch.registration, launch.endpoint].join("\n")))).slice(0, 16);
  const registration = isUuid(launch.registration) ? launch.registration : "";
  /** @type {Tracker} */
  const tracker = {
    data, launch, activity: launch.activity || data.iri[1], keys: storeKey(data, "", "lrs-" + who),
    speaker: { actor, registration, template: {}, data, definitions: {} },
    lrs: null, outbox: null, document: null, mode: "normal", ended: false, spent: 0,
    said: [], queued: [], shown: null, mastery: null, tried: false, judged: false,
  };
  tracker.document = workDocument((method, body, headers) =>
    askLrs(tracker.lrs, method, "activities/state", stateParams(tracker, STATE_ID), { body, headers }));
  tracker.outbox = makeOutbox(tracker.keys + "outbox-" + randomUuid(), {
    stored: (entry) => entry.once && tracker.said.push(entry.once),
    refused(entry, answer) {
      putAside(tracker.keys + "refused", entry.s, answer);
      notice("refused", t("The learning platform did not accept a part of the record of your work. It is kept in this browser; please go on."), true);
    },
  });
  return tracker;
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
 * @param {Tracker} tracker
 * @param {string} once
 * @returns {string} the id of what is said once, made of what it says
 */
function onceId(tracker, once) {
  const { actor, registration } = tracker.speaker;
  return namedUuid([tracker.activity, actorId(actor), registration, once].join("\n"));
}

/**
 * Begin a session. One that the LMS does not take goes on in the browser, for the next to take up.
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @returns {Promise<Launch>}
 */
function openTracker(tracker, standard) {
  return connect(tracker, standard).then((result) => {
    tracker.ended = result === "ended";
    const { state } = tracker.document.work();
    if (result === "done") beginQueue(tracker, standard, state !== "");
    return {
      mode: tracker.mode, state, resumed: state !== "", status: /** @type {string | null} */ (null),
      score: /** @type {number | null} */ (null), failed: result === "later",
    };
  });
}

/**
 * @param {Tracker} tracker
 * @param {Standard} standard
 * @param {boolean} resumed
 */
function beginQueue(tracker, standard, resumed) {
  standard.first(tracker, resumed);
  for (const left of tracker.outbox.adopt(tracker.keys + "outbox-")) {
    const ours = standard.adopt(left);
    if (ours) enqueue(tracker, ours);
  }
  if (tracker.mode !== "normal") sendAll(tracker); // nothing will be saved that would send it
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
  sayProgress(tracker, record);
  standard.outcome(tracker, record);
  return writeWork(tracker, record).then((ok) => ok && sendAll(tracker).then((result) => {
    if (result === "ended") tracker.ended = true;
    if (result !== "done") return false;
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
  if (tracker.ended) return false;
  if (record) sayProgress(tracker, record);
  if (record) standard.outcome(tracker, record);
  standard.last(tracker, record);
  const isKept = !record || record.state === tracker.document.work().state;
  if (!isKept) writeWork(tracker, record);
  tracker.outbox.flushLast((batch) => post(tracker, batch));
  return isKept;
}
