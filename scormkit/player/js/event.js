// @ts-check
/** An event's date in the learner's own time zone, where it is another one. */

/** @param {ParentNode} root */
function enhanceEvents(root) {
  for (const time of $$("time[data-zone]", root)) {
    const at = new Date(time.getAttribute("datetime") || "");
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (isNaN(at.getTime()) || !here || sameClock(at, here, time.dataset.zone || "") || $(".your-time", time.parentElement || root)) continue;
    const lang = document.documentElement.lang;
    const said = at.toLocaleString(lang, { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
    /** @type {HTMLElement} */ (time.parentElement).append(h("span", { class: "your-time" }, t("In your time zone: {time}", { time: said })));
  }
}

/**
 * Tell whether two zones show the same time at a moment.
 * @param {Date} at
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function sameClock(at, one, other) {
  const clock = (/** @type {string} */ zone) => at.toLocaleString("en", { timeZone: zone });
  try {
    return clock(one) === clock(other);
  } catch (error) {
    return false; // a zone that this browser doesn't know: say the local time
  }
}
