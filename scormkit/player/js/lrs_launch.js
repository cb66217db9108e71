// @ts-check
/** What an LMS puts into the address that it opens: cmi5 8.1, and Rustici's launch of xAPI packages. */

/**
 * @typedef {{endpoint: string, actor: any, registration: string, activity: string, auth: string,
 *   fetch: string, version: string}} LrsLaunch
 */

/**
 * Return the launch parameters, null where the address has none.
 * @param {string} query location.search
 * @returns {LrsLaunch | null}
 */
function readLaunch(query) {
  const given = new URLSearchParams(query);
  const get = (/** @type {string} */ name) => given.get(name) || "";
  const actor = parseJson(get("actor"));
  if (!/^https?:/i.test(get("endpoint")) || !actor || typeof actor !== "object") return null;
  return {
    endpoint: get("endpoint"), actor, registration: get("registration"),
    activity: get("activityId") || get("activity_id"), auth: get("auth"), fetch: get("fetch"),
    version: get("xapi_version"),
  };
}

/**
 * @param {any} actor
 * @returns {string} what tells this learner from others
 */
function actorId(actor) {
  const { account } = actor;
  return account ? account.homePage + "|" + account.name : actor.mbox || actor.mbox_sha1sum || actor.openid || "";
}
