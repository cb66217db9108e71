// @ts-check
/** Tabs and flip cards out of plain sections; folds and steps need no script. */

/** @param {ParentNode} root */
function enhancePanels(root) {
  $$('[data-panels="tabs"]:not(.on)', root).forEach((box, index) => makeTabs(box, index));
  $$('[data-panels="cards"]:not(.on)', root).forEach(makeCards);
  openTarget(location.hash);
}

/**
 * Make a tab list by the ARIA pattern: arrows move, the chosen tab alone takes Tab.
 * @param {HTMLElement} box
 * @param {number} index
 */
function makeTabs(box, index) {
  const panels = /** @type {HTMLElement[]} */ (Array.from(box.children));
  const list = h("div", { class: "tablist", role: "tablist" });
  const tabs = panels.map((panel, at) => {
    const title = /** @type {HTMLElement} */ ($(".panel-title", panel));
    panel.id = panel.id || `tab-${index}-${at}`;
    const tab = button("", () => chooseTab(tabs, panels, at), "tab");
    tab.append(...Array.from(title.childNodes).map((node) => node.cloneNode(true)));
    for (const [name, value] of [["role", "tab"], ["id", panel.id + "-tab"], ["aria-controls", panel.id]]) tab.setAttribute(name, value);
    title.hidden = true;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    panel.addEventListener("show-panel", () => chooseTab(tabs, panels, at));
    return tab;
  });
  list.append(...tabs);
  list.addEventListener("keydown", (event) => tabKeys(event, tabs));
  box.prepend(list);
  box.classList.add("on");
  chooseTab(tabs, panels, 0);
}

/**
 * @param {HTMLElement[]} tabs
 * @param {HTMLElement[]} panels
 * @param {number} chosen
 */
function chooseTab(tabs, panels, chosen) {
  tabs.forEach((tab, at) => {
    tab.setAttribute("aria-selected", String(at === chosen));
    tab.tabIndex = at === chosen ? 0 : -1;
    panels[at].hidden = at !== chosen;
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} tabs
 */
function tabKeys(event, tabs) {
  const at = tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  /** @type {{[key: string]: number}} */
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 };
  if (at < 0 || !(event.key in to)) return;
  event.preventDefault();
  const next = tabs[(to[event.key] + tabs.length) % tabs.length];
  next.click();
  next.focus();
}

/**
 * Each card shows its title; a button turns it.
 * @param {HTMLElement} box
 */
function makeCards(box) {
  box.classList.add("on");
  for (const card of $$(".panel", box)) {
    const body = /** @type {HTMLElement} */ ($(".panel-body", card));
    const title = /** @type {HTMLElement} */ ($(".panel-title", card));
    body.hidden = true;
    const turn = button(t("Turn the card"), () => {
      body.hidden = !body.hidden;
      card.classList.toggle("turned", !body.hidden);
      turn.firstChild && turn.firstChild.replaceWith(body.hidden ? t("Turn the card") : t("Turn it back"));
      turn.setAttribute("aria-expanded", String(!body.hidden));
    }, "turn");
    turn.setAttribute("aria-expanded", "false");
    turn.append(h("span", { class: "unseen" }, ": " + title.textContent));
    card.addEventListener("show-panel", () => body.hidden && turn.click());
    card.append(turn);
  }
}

/**
 * Open what an address's anchor stands in: a fold, a tab, a card.
 * @param {string} hash with its "#"
 */
function openTarget(hash) {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") /** @type {HTMLDetailsElement} */ (at).open = true;
    if (at.classList.contains("panel")) at.dispatchEvent(new CustomEvent("show-panel"));
  }
  if (target) target.scrollIntoView();
}
