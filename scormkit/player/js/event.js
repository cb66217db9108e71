// @ts-check
/** An event's date in the learner's own time zone, where it is another one. */

/** @param {ParentNode} root */
function enhanceEvents(root) {
  for (const time of $$("time[data-zone]", root)) {
    const at = new Date(time.getAttribute("datetime") || "");
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (isNaN(at.getTime()) || !here || sameClock(at, here, time.dataset.zone || "") || $(".your-time", time.parentElement || root)) continue;
    const said = `${dayWords(at)}, ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())} (${here})`;
    /** @type {HTMLElement} */ (time.parentElement).append(h("span", { class: "your-time" }, t("In your time zone: {time}", { time: said })));
  }
}

/** @param {number} n @returns {string} */
function twoDigits(n) {
  return (n < 10 ? "0" : "") + n;
}

/**
 * Return a day in the words of the course's language, which the browser may not know.
 * @param {Date} date local
 * @returns {string}
 */
function dayWords(date) {
  const months = [
    t("January"), t("February"), t("March"), t("April"), t("May"), t("June"),
    t("July"), t("August"), t("September"), t("October"), t("November"), t("December"),
  ];
  return t("{day} {month} {year}", { day: date.getDate(), month: months[date.getMonth()], year: date.getFullYear() });
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
