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
 * Return an agent as xAPI has it (1.0.3 Data 2.4.2.1), with exactly one identifier. SCORM Cloud
 * sends arrays, and an account by its names of xAPI 0.9.
 * @param {any} actor
 * @returns {any} null where it has no identifier
 */
function soundActor(actor) {
  const first = (/** @type {any} */ value) => (Array.isArray(value) ? value[0] : value);
  const account = first(actor.account);
  const name = first(actor.name);
  const made = Object.assign({ objectType: "Agent" }, typeof name === "string" && name ? { name } : {});
  if (account) {
    const known = { homePage: account.homePage || account.accountServiceHomePage, name: account.name || account.accountName };
    if (known.homePage && known.name) return Object.assign(made, { account: known });
  }
  for (const key of ["mbox", "mbox_sha1sum", "openid"]) {
    const value = first(actor[key]);
    if (value) return Object.assign(made, { [key]: key === "mbox" && !value.startsWith("mailto:") ? "mailto:" + value : value });
  }
  return null;
}

/**
 * @param {any} actor
 * @returns {string} what tells this learner from others
 */
function actorId(actor) {
  const { account } = actor;
  return account ? account.homePage + "|" + account.name : actor.mbox || actor.mbox_sha1sum || actor.openid || "";
}

/**
 * Keep the launch for this tab, since the address of the next page has none of it, and take it
 * out of the address, where it would be copied and logged. A tab that is closed forgets it.
 * @param {CourseData} data
 * @returns {LrsLaunch | null}
 */
function keptLaunch(data) {
  const key = storeKey(data, "launch");
  const here = readLaunch(location.search);
  try {
    if (!here) return parseJson(sessionStorage.getItem(key));
    sessionStorage.setItem(key, JSON.stringify(here));
    history.replaceState(history.state, "", location.pathname + location.hash);
  } catch (error) {
    // No storage, or a page that may not change its address: a reload is then a launch without a platform.
  }
  return here;
}
