// @ts-check
/** Statements on their way: kept in the browser until the LRS has them, in order, each under its own id. */

/** Statements of one request. */
const BATCH = 50;
/** Characters of one request, so that it may outlive the page. */
const BATCH_SIZE = 50000;

/**
 * own: means something in its session only. alone: nothing else may come before or with it.
 * once: by what name it may be said once per registration.
 * @typedef {{s: Statement, own?: boolean, alone?: boolean, once?: string}} Waiting
 *
 * done: all is stored; later: ask again; ended: this session may send no more.
 * @typedef {"done" | "later" | "ended"} Delivery
 *
 * @typedef {object} Outbox
 * @property {(entry: Waiting) => void} add
 * @property {(send: (batch: Waiting[]) => Promise<LrsAnswer>) => Promise<Delivery>} flush
 * @property {(send: (batch: Waiting[]) => Promise<LrsAnswer>) => void} flushLast  while the page is being left
 * @property {() => Waiting[]} withdraw  what waits, which then waits no more
 * @property {(prefix: string) => Waiting[]} adopt  what earlier sessions left, which is then ours
 */

/**
 * @param {string} key of the browser's storage; each session has its own, so two windows share none
 * @param {{stored: (entry: Waiting) => void, refused: (entry: Waiting, answer: LrsAnswer) => void}} tell
 * @returns {Outbox}
 */
function makeOutbox(key, tell) {
  /** @type {Waiting[]} */
  let list = [];
  /** @type {Set<Waiting>} */
  const carried = new Set();
  let notBefore = 0;

  const keep = () => writeOwn(key, list.length ? JSON.stringify(list) : null);

  /** @param {Waiting} entry */
  function remove(entry) {
    list = list.filter((one) => one !== entry);
    carried.delete(entry);
  }

  /**
   * Send a batch; where the LRS refuses it, its halves, until the one that is refused stands alone.
   * @param {Waiting[]} batch
   * @param {(batch: Waiting[]) => Promise<LrsAnswer>} send
   * @returns {Promise<Delivery>}
   */
  function deliver(batch, send) {
    batch.forEach((entry) => carried.add(entry));
    return send(batch).then((answer) => {
      const { status } = answer;
      if (isPassing(status) || status === 401) {
        batch.forEach((entry) => carried.delete(entry));
        notBefore = Date.now() + answer.retry * 1000;
        return status === 401 ? "ended" : "later";
      }
      const taken = status >= 200 && status < 300;
      if (!taken && batch.length > 1) return halve(batch, send);
      for (const entry of batch) settleEntry(entry, answer, taken);
      keep();
      return "done";
    });
  }

  /**
   * @param {Waiting[]} batch
   * @param {(batch: Waiting[]) => Promise<LrsAnswer>} send
   * @returns {Promise<Delivery>}
   */
  function halve(batch, send) {
    const middle = batch.length >> 1;
    return deliver(batch.slice(0, middle), send).then((result) => {
      if (result === "done") return deliver(batch.slice(middle), send);
      batch.forEach((entry) => carried.delete(entry));
      return result;
    });
  }

  /**
   * 409: there is a statement of this id already, so it was stored before (xAPI 1.0.3 Communication 2.1.1).
   * @param {Waiting} entry
   * @param {LrsAnswer} answer
   * @param {boolean} taken
   */
  function settleEntry(entry, answer, taken) {
    remove(entry);
    if (taken || answer.status === 409) tell.stored(entry);
    else tell.refused(entry, answer);
  }

  /**
   * @param {(batch: Waiting[]) => Promise<LrsAnswer>} send
   * @returns {Promise<Delivery>}
   */
  function flush(send) {
    if (!list.length) return Promise.resolve(/** @type {Delivery} */ ("done"));
    if (Date.now() < notBefore) return Promise.resolve(/** @type {Delivery} */ ("later"));
    return deliver(nextBatch(list), send).then((result) => (result === "done" ? flush(send) : result));
  }

  return {
    add(entry) {
      list.push(entry);
      keep();
    },
    flush,
    flushLast(send) {
      const batch = lastBatch(list.filter((entry) => !carried.has(entry)));
      if (batch.length) deliver(batch, send);
    },
    withdraw() {
      const all = list;
      list = [];
      keep();
      return all;
    },
    adopt: (prefix) => takeOver(prefix, key),
  };
}

/**
 * Return the entries for one request. What a session begins with goes alone, since an LMS takes
 * nothing else before it has that (cmi5 9.3).
 * @param {Waiting[]} list
 * @returns {Waiting[]}
 */
function nextBatch(list) {
  if (list[0].alone) return list.slice(0, 1);
  let size = 0;
  const end = list.findIndex((entry, i) => {
    size += JSON.stringify(entry.s).length;
    return i > 0 && (i >= BATCH || size > BATCH_SIZE);
  });
  return end < 0 ? list.slice() : list.slice(0, end);
}

/**
 * Return what still fits into the request of a page that is being left: what belongs to the session
 * before what may be sent by the next one.
 * @param {Waiting[]} list
 * @returns {Waiting[]}
 */
function lastBatch(list) {
  let room = BATCH_SIZE;
  const take = (/** @type {Waiting} */ entry) => (room -= JSON.stringify(entry.s).length) > 0;
  const own = new Set(list.filter((entry) => entry.own && take(entry)));
  return list.filter((entry) => own.has(entry) || (!entry.own && take(entry)));
}

/**
 * Return the entries that earlier sessions of the learner left in the browser, and forget them there.
 * @param {string} prefix of their keys
 * @param {string} but the key of this session
 * @returns {Waiting[]}
 */
function takeOver(prefix, but) {
  /** @type {Waiting[]} */
  let found = [];
  for (const key of storedKeys()) {
    if (!key.startsWith(prefix) || key === but) continue;
    const left = parseJson(readOwn(key));
    if (Array.isArray(left)) found = found.concat(left.filter((one) => one && one.s && one.s.id));
    writeStore(key, null);
  }
  return found.sort((a, b) => (a.s.timestamp < b.s.timestamp ? -1 : a.s.timestamp > b.s.timestamp ? 1 : 0));
}
