// @ts-check
/** Requests to an LRS (xAPI 1.0.3 Communication, 2.0 where the LRS takes nothing older). */

/** Milliseconds that a request may take. */
const LRS_PATIENCE = 30000;
/** Bytes that browsers let a page send while it is being left. */
const KEEPALIVE_LIMIT = 60000;
const LRS_VERSIONS = ["1.0.3", "2.0.0"];

/**
 * Where to send to, and how to prove it may be sent. `auth` is never stored by this file.
 * @typedef {{endpoint: string, auth: string, version: string, sure: boolean}} Lrs
 *
 * status 0: no answer at all. retry: seconds after which to ask again.
 * @typedef {{status: number, text: string, etag: string | null, retry: number}} LrsAnswer
 */

/**
 * @param {string} endpoint
 * @param {string} auth value of the header Authorization
 * @param {string} [version] told by the launch; else the LRS is asked where it takes no 1.0.3
 * @returns {Lrs}
 */
function makeLrs(endpoint, auth, version) {
  const told = LRS_VERSIONS.find((one) => !!version && one.slice(0, 2) === version.slice(0, 2));
  return { endpoint: endpoint.replace(/\/*$/, "/"), auth, version: told || LRS_VERSIONS[0], sure: !!told };
}

/**
 * Ask for something by its address. Never rejects: a failure is an answer of status 0.
 * @param {string} url
 * @param {RequestInit} options
 * @returns {Promise<LrsAnswer>}
 */
function request(url, options) {
  /** @type {LrsAnswer} */
  const none = { status: 0, text: "", etag: null, retry: 0 };
  const asked = fetch(url, options).then((answer) => answer.text().then((text) => ({
    status: answer.status, text, etag: answer.headers.get("ETag"),
    retry: Number(answer.headers.get("Retry-After")) || 0,
  })));
  const late = new Promise((resolve) => setTimeout(() => resolve(none), LRS_PATIENCE));
  return Promise.race([asked, /** @type {Promise<LrsAnswer>} */ (late)]).catch(() => none);
}

/**
 * Call a resource of the LRS. Each small request outlives the page (fetch keepalive).
 * @param {Lrs} lrs
 * @param {string} method
 * @param {string} resource
 * @param {{[name: string]: string}} [params]
 * @param {{body?: string, headers?: {[name: string]: string}}} [more]
 * @returns {Promise<LrsAnswer>}
 */
function askLrs(lrs, method, resource, params, more) {
  const { body, headers } = more || { body: undefined, headers: {} };
  const given = params || {};
  const query = Object.keys(given).map((name) => name + "=" + encodeURIComponent(given[name])).join("&");
  const url = lrs.endpoint + resource + (query && "?" + query);
  const send = () => request(url, {
    method, body, cache: "no-store", keepalive: (body || "").length < KEEPALIVE_LIMIT,
    headers: Object.assign({ "X-Experience-API-Version": lrs.version, Authorization: lrs.auth }, headers,
      body === undefined ? {} : { "Content-Type": "application/json" }),
  });
  return send().then((answer) => {
    if (answer.status !== 400 || lrs.sure) return answer;
    return learnVersion(lrs).then((changed) => (changed ? send() : answer));
  });
}

/**
 * Take the version that an LRS has, where it refuses ours (xAPI 2.8, About resource).
 * @param {Lrs} lrs
 * @returns {Promise<boolean>} whether it is another one than before
 */
function learnVersion(lrs) {
  lrs.sure = true;
  return request(lrs.endpoint + "about", { headers: { "X-Experience-API-Version": lrs.version } }).then((answer) => {
    const has = parseJson(answer.text);
    const known = has && Array.isArray(has.version) ? has.version.map(String) : [];
    const found = LRS_VERSIONS.find((one) => known.some((/** @type {string} */ its) => its.slice(0, 3) === one.slice(0, 3)));
    const changed = !!found && found !== lrs.version;
    if (changed) lrs.version = found;
    return changed;
  });
}

/**
 * @param {string | null} text
 * @returns {any} null where it is no JSON
 */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return null; // what others send may be anything
  }
}

/**
 * Tell whether it may work later: no answer, a server's fault, or too much at once.
 * @param {number} status
 */
function isPassing(status) {
  return status === 0 || status >= 500 || status === 408 || status === 429;
}
