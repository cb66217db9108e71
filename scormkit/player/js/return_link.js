// @ts-check
/** The way back to the LMS that launched the course (cmi5 10.2.6). */

/**
 * Put a button into the bar that ends the session and goes to the LMS's address.
 * @param {string} url
 */
function offerReturn(url) {
  const bar = $("header.bar");
  if (!bar || $("#leave", bar)) return;
  const leave = button(t("Leave the course"), () => {
    closeSession();
    location.replace(url);
  }, "tool");
  leave.id = "leave";
  bar.append(leave);
}
