// The way to the server: launches, commits that survive a closing page, and the stored values.

/** @typedef {import("./store.js").Values} Values */
/** @typedef {{learner: string, attempt: number, sco: string}} Place */
/** @typedef {Place & {values: Values, serial: number}} Record */

const OUTBOX = "scormkit-preview-outbox";
// A browser refuses a keepalive request of more than 64 KiB.
const KEEPALIVE = 60000;

export class Session {
  /** @param {string} token @param {(saved: boolean) => void} onSaved */
  constructor(token, onSaved) {
    this.token = token;
    this.onSaved = onSaved;
    /** @type {Set<Promise<void>>} */
    this.pending = new Set();
  }

  /** Start or resume an attempt. @param {{learner: string, name: string, sco: string, mode: string, fresh: boolean}} wish */
  async launch(wish) {
    await this.flush();
    return (await this.#post("/api/launch", wish)).json();
  }

  /** Let the LRS fail in some way from now on. @param {string} fault */
  async fail(fault) {
    await this.#post("/api/fault", { fault });
  }

  /** Waive a part for a learner. @param {{learner: string, name: string, sco: string}} wish */
  async waive(wish) {
    await this.#post("/api/waive", wish);
  }

  /** Keep a record: at once in the browser, then on the server. @param {Record} record */
  save(record) {
    const box = this.#outbox();
    box[this.#key(record)] = record;
    localStorage.setItem(OUTBOX, JSON.stringify(box));
    this.#send(record);
  }

  /** Send what an earlier page could not, and wait for all that is under way. */
  async flush() {
    await Promise.all(this.pending);
    for (const record of Object.values(this.#outbox())) this.#send(record);
    await Promise.all(this.pending);
  }

  /** @param {Record} record */
  #send(record) {
    const sending = this.#post("/api/commit", record).then(
      () => this.#sent(record),
      () => this.onSaved(false),
    );
    this.pending.add(sending);
    sending.finally(() => this.pending.delete(sending));
  }

  /** @param {Record} record */
  #sent(record) {
    const box = this.#outbox();
    const key = this.#key(record);
    if (box[key] && box[key].serial <= record.serial) delete box[key];
    localStorage.setItem(OUTBOX, JSON.stringify(box));
    this.onSaved(true);
  }

  /** @param {string} path @param {unknown} body */
  async #post(path, body) {
    const text = JSON.stringify(body);
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Preview-Token": this.token },
      body: text,
      keepalive: new Blob([text]).size < KEEPALIVE,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** @returns {{[key: string]: Record}} */
  #outbox() {
    return JSON.parse(localStorage.getItem(OUTBOX) || "{}");
  }

  /** @param {Place} place */
  #key({ learner, attempt, sco }) {
    return JSON.stringify([learner, attempt, sco]);
  }
}
