// @ts-check
/** The learner's work as a document of the State resource (xAPI 1.0.3 Communication 2.3), guarded by ETags. */

const STATE_ID = "scormkit.work";
/** How often the document may change under a write before it is tried again later. */
const RIVALS = 2;

/**
 * What is kept: the saved state as in every format, what was said once and for all in this
 * registration, and the seconds of all sessions.
 * @typedef {{state: string, said: string[], seconds: number}} StoredWork
 *
 * @typedef {object} WorkDocument
 * @property {() => Promise<number>} read  HTTP status; 200 and 404 are good
 * @property {(work: StoredWork) => Promise<"done" | "later" | "ended" | "changed">} write
 *   changed: another session wrote what goes beyond ours
 * @property {() => StoredWork} work  as last read or written
 */

/**
 * @param {(method: string, body?: string, headers?: {[name: string]: string}) => Promise<LrsAnswer>} ask
 * @returns {WorkDocument}
 */
function workDocument(ask) {
  /** @type {StoredWork} */
  let known = { state: "", said: [], seconds: 0 };
  /** @type {string | null} null: there is no document; "": nobody shows its tag */
  let etag = null;
  let written = "";

  /** @returns {Promise<number>} */
  function read() {
    return ask("GET").then((answer) => {
      if (answer.status === 404) etag = null;
      if (answer.status !== 200) return answer.status;
      etag = answer.etag || tagOf(answer.text);
      written = answer.text;
      known = soundWork(parseJson(answer.text));
      return 200;
    });
  }

  /**
   * @param {StoredWork} work
   * @param {number} tries
   * @returns {Promise<"done" | "later" | "ended" | "changed">}
   */
  function put(work, tries) {
    const body = JSON.stringify(work);
    const before = written;
    const guard = etag ? { "If-Match": etag } : etag === null ? { "If-None-Match": "*" } : {};
    return ask("PUT", body, guard).then((answer) => {
      const { status } = answer;
      if (status >= 200 && status < 300) {
        [known, written, etag] = [work, body, answer.etag || tagOf(body)];
        return "done";
      }
      // 412: another tag; 409: there is a document (xAPI 1.0.3 Communication 3.1).
      if ((status === 412 || status === 409) && tries > 0) return again(work, before, tries);
      return status === 401 || status === 403 ? "ended" : "later";
    });
  }

  /**
   * The document is not what we last saw: go on from it where ours goes beyond. Where it is, our guess
   * of its tag is wrong, so the next try has none.
   * @param {StoredWork} work
   * @param {string} before
   * @param {number} tries
   * @returns {Promise<"done" | "later" | "ended" | "changed">}
   */
  function again(work, before, tries) {
    const guessed = etag;
    return read().then((status) => {
      if (status !== 200 && status !== 404) return "later";
      if (written === before && etag === guessed) etag = "";
      const other = status === 200 && written !== before && known.state !== work.state;
      if (other && serialOfState(known.state) >= serialOfState(work.state)) return "changed";
      const said = work.said.concat(known.said.filter((one) => !work.said.includes(one)));
      return put(Object.assign({}, work, { said }), tries - 1);
    });
  }

  return { read, write: (work) => put(work, RIVALS), work: () => known };
}

/**
 * Return the tag that xAPI 1.0.3 gives a document; for an LRS whose tags the browser may not see.
 * @param {string} text
 * @returns {string}
 */
function tagOf(text) {
  return '"' + hex(sha1(utf8(text))) + '"';
}

/**
 * @param {any} found
 * @returns {StoredWork}
 */
function soundWork(found) {
  const given = found && typeof found === "object" ? found : {};
  return {
    state: typeof given.state === "string" ? given.state : "",
    said: Array.isArray(given.said) ? given.said.map(String) : [],
    seconds: Number(given.seconds) > 0 ? Number(given.seconds) : 0,
  };
}

/**
 * @param {string} text
 * @returns {number} how often the work was changed; 0 where it cannot be read
 */
function serialOfState(text) {
  const state = decodeState(text);
  return state ? state.serial : 0;
}
