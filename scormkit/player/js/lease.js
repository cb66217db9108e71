// @ts-check
/**
 * One window at work: a course that is open twice is worked on in one of them, which holds the
 * lease. It lies in the browser's storage, is renewed while its window lives, and runs out after
 * a crash. Where nothing can be stored, each window holds its own.
 */

const BEAT = 5000;
const LEASE_LASTS = 15000;

/**
 * kind: `ask` who holds the lease; `here` it is; `take` give it to me; `yours`; `state` what was saved.
 * @typedef {{from: string, kind: "ask"|"here"|"take"|"yours"|"state", state?: string}} Message
 * answered: what to do with the next answer. others: another window was heard of.
 * @typedef {{id: string, key: string, held: boolean, others: boolean, timer: number,
 *   answered: ((message: Message | null) => void) | null, tell: (kind: string, state?: string) => void}} Lease
 */

/**
 * @param {string} key of the browser's storage
 * @returns {Lease}
 */
function makeLease(key) {
  const id = Math.random().toString(36).slice(2);
  const post = openChannel(key + "|window", (message) => {
    if (message.from !== id) withMore(() => hearWindow(lease, message));
  });
  /** @type {Lease} */
  const lease = { id, key, held: false, others: false, timer: 0, answered: null, tell: (kind, state) => post({ from: id, kind, state }) };
  return lease;
}

/**
 * Return a function that sends a message to all windows of this key. Over file:// only storage is shared.
 * @param {string} name
 * @param {(message: any) => void} hear
 * @returns {(message: any) => void}
 */
function openChannel(name, hear) {
  try {
    const channel = CAN_SWAP && new BroadcastChannel(name);
    channel.onmessage = (event) => hear(event.data);
    return (message) => channel.postMessage(message);
  } catch (error) {
    // There is none, or it is forbidden: an entry that comes and goes tells as much.
    window.addEventListener("storage", (event) => {
      if (event.key === name && event.newValue) hear(JSON.parse(event.newValue));
    });
    return (message) => {
      writeStore(name, JSON.stringify(message));
      writeStore(name, null);
    };
  }
}

/**
 * Tell whether another window holds the lease, and was alive a moment ago.
 * @param {Lease} lease
 */
function isTaken(lease) {
  const [id, at] = (readOwn(lease.key) || "").split(" ");
  return !!id && id !== lease.id && Math.abs(Date.now() - Number(at)) < LEASE_LASTS;
}

/**
 * Hold the lease from now on, and renew it.
 * @param {Lease} lease
 */
function holdLease(lease) {
  const renew = () => writeOwn(lease.key, lease.id + " " + Date.now());
  lease.held = true;
  clearInterval(lease.timer);
  renew();
  lease.timer = window.setInterval(() => {
    if (!isTaken(lease)) {
      renew();
      return;
    }
    lease.held = false; // at once, whether the rest can be loaded or not
    withMore(giveLease);
  }, BEAT);
}

/**
 * Let go of the lease; its entry goes only if it is still ours.
 * @param {Lease} lease
 */
function dropLease(lease) {
  clearInterval(lease.timer);
  if (lease.held && !isTaken(lease)) writeStore(lease.key, null);
  lease.held = false;
}
