// @ts-check
/** Short ways to find and to build elements. */

/**
 * Return the first element that matches, or null.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement | null}
 */
function $(selector, root) {
  return (root || document).querySelector(selector);
}

/**
 * Return all elements that match, in document order.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
function $$(selector, root) {
  return Array.from((root || document).querySelectorAll(selector));
}

/**
 * Build an element. A function sets a listener, true an empty attribute; false and null set none.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | ((event: any) => void)> | null} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  const given = attributes || {};
  for (const name of Object.keys(given)) {
    const value = given[name];
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child !== null) made.append(child);
  }
  return made;
}

/**
 * Build a button that runs `act`; it never submits a form.
 * @param {string} words
 * @param {(event: any) => void} act
 * @param {string} [look] class names
 * @returns {HTMLButtonElement}
 */
function button(words, act, look) {
  return /** @type {HTMLButtonElement} */ (h("button", { type: "button", class: look || null, click: act }, words));
}

/**
 * Build a decorative icon; css/icons.css draws it by name.
 * @param {string} name
 * @returns {HTMLElement}
 */
function icon(name) {
  return h("span", { class: "icon i-" + name, "aria-hidden": "true" });
}

/**
 * Say a text to screen readers, politely, without showing it.
 * @param {string} words
 */
function say(words) {
  let live = $("#say");
  if (!live) {
    live = h("p", { id: "say", class: "unseen", role: "status" });
    document.body.append(live);
  }
  live.textContent = live.textContent === words ? words + "\u00a0" : words;
}
