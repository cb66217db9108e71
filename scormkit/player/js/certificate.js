// @ts-check
/** The certificate page: opened when it is earned, filled with what is known of the learner. */

/**
 * @param {HTMLElement} main
 */
function mountCertificate(main) {
  const sheet = $("[data-certificate]", main);
  const certificate = player.course.data.certificate;
  if (!sheet || !certificate) return;
  player.outcome = settle(player.course, dayNumber(new Date()));
  if (!player.outcome[certificate.when]) return;
  const name = learnerName();
  if (name) showCertificate(main, sheet, name);
  else askName(main, sheet);
}

/**
 * @returns {string} given name first, where an LMS has "Surname, Name"
 */
function learnerName() {
  const name = player.session.adapter.learner().name.trim();
  const parts = name.split(",");
  return parts.length === 2 ? parts[1].trim() + " " + parts[0].trim() : name;
}

/**
 * Ask for the name, which no platform told, of a learner who earned the certificate.
 * @param {HTMLElement} main
 * @param {HTMLElement} sheet
 */
function askName(main, sheet) {
  const field = /** @type {HTMLInputElement} */ (h("input", { class: "line", type: "text", autocomplete: "name", maxlength: 120 }));
  /** @param {Event} event */
  const show = (event) => {
    event.preventDefault();
    const name = field.value.trim();
    if (!name) return field.focus();
    writeStore(storeKey(player.course.data, "name"), name);
    showCertificate(main, sheet, name);
    focusOn($(".certificate-title", sheet));
  };
  const rule = $(".certificate-locked p", main);
  if (rule) rule.hidden = true;
  const box = $(".certificate-actions", main);
  box.textContent = "";
  box.append(h("form", { submit: show },
    h("label", {}, t("Your name as it should appear on the certificate"), field),
    h("button", { class: "button", type: "submit" }, t("Show the certificate"))));
}

/**
 * @param {HTMLElement} main
 * @param {HTMLElement} sheet
 * @param {string} name
 */
function showCertificate(main, sheet, name) {
  const values = certificateValues(name);
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.nodeValue.includes("{")) node.nodeValue = fill(node.nodeValue, values);
  }
  sheet.hidden = false;
  const locked = $(".certificate-locked", main);
  if (locked) locked.hidden = true;
  const box = $(".certificate-actions", main);
  box.textContent = "";
  box.append(button(t("Print or save as PDF"), () => window.print()));
}

/**
 * @param {string} name
 * @returns {{[placeholder: string]: string}}
 */
function certificateValues(name) {
  const { course, outcome } = player;
  const { data } = course;
  const day = readField(course, 0, COURSE_FIELDS.day);
  const shown = (/** @type {Date} */ date) => dayWords(new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  const valid = data.certificate.validFor;
  return {
    learner: name, course: data.title, score: outcome.score === null ? "" : percent(outcome.score),
    date: shown(dateOfDay(day)), duration: data.minutes ? lengthText(data.minutes) : "",
    valid_until: valid ? shown(addLength(dateOfDay(day), valid)) : "",
    serial: serialOf([data.published, player.session.adapter.learner().id || name, String(day)]),
  };
}

/**
 * @param {number} minutes
 * @returns {string}
 */
function lengthText(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return [hours ? t("{n} h", { n: hours }) : "", rest ? t("{n} min", { n: rest }) : ""].filter(Boolean).join(" ");
}

/**
 * Return a number that is always the same for a course, a learner and a day: XXXXX-XXXXX.
 * @param {string[]} parts
 * @returns {string}
 */
function serialOf(parts) {
  const text = parts.join("\u001f");
  return [text, text + "\u001f"].map((one) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < one.length; i++) hash = Math.imul(hash ^ one.charCodeAt(i), 0x01000193);
    return mix(hash >>> 0, one.length).toString(36).toUpperCase().padStart(7, "0").slice(-5);
  }).join("-");
}
