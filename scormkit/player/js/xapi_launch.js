// @ts-check
/** A launch by Rustici's parameters: whose it is, and how a tab keeps it. */

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
 * Keep the launch for this tab, since the address of the next page has none of it, and take it
 * out of the address, where it would be copied and logged. A tab that is closed forgets it.
 * @param {CourseData} data
 * @returns {LrsLaunch | null}
 */
function keptLaunch(data) {
  const key = storeKey(data, "launch");
  const here = readLaunch(location.search);
  if (!here) return parseJson(readTab(key));
  try {
    if (writeTab(key, JSON.stringify(here))) history.replaceState(history.state, "", location.pathname + location.hash);
  } catch (error) {
    // A page that may not change its address.
  }
  return here;
}
