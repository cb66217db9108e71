// @ts-check
/** A screen of a simulation that a narrow window shows small: whole, or in its own size to move about in. */

/** How many times smaller than it is a screen may be shown before it is offered in its own size. */
const SMALL_SCREEN = 1.3;

/**
 * Put a screen into a box that it can be moved in.
 * @param {HTMLElement} stage
 */
function viewOfStage(stage) {
  const view = h("div", { class: "stage-view" });
  stage.replaceWith(view);
  view.append(stage);
}

/**
 * Return the button that shows the screens in their own size, and back.
 * @param {HTMLElement} list of screens
 * @returns {HTMLElement}
 */
function zoomTool(list) {
  const tool = button(t("Enlarge the picture"), () => {
    const big = list.classList.toggle("big");
    tool.setAttribute("aria-pressed", String(big));
    for (const view of $$(".stage-view", list)) setScrolling(view, big);
  }, "plain sim-zoom");
  tool.setAttribute("aria-pressed", "false");
  return tool;
}

/**
 * Let the keyboard reach a box that scrolls, by a name; or not any more.
 * @param {HTMLElement} view
 * @param {boolean} scrolls
 */
function setScrolling(view, scrolls) {
  const picture = $("img", view);
  const set = { tabindex: "0", role: "region", "aria-label": picture ? picture.getAttribute("alt") || "" : "" };
  for (const name of /** @type {(keyof typeof set)[]} */ (Object.keys(set))) {
    if (scrolls) view.setAttribute(name, set[name]);
    else view.removeAttribute(name);
  }
}

/**
 * Offer the own size of the screen that is shown, where it is much larger.
 * @param {HTMLElement} el the question
 * @param {HTMLElement | undefined} screen
 */
function offerZoom(el, screen) {
  const tool = $(".sim-zoom", el);
  const picture = screen && $("img", screen);
  if (!tool || !picture || tool.getAttribute("aria-pressed") === "true") return;
  tool.hidden = Number(picture.getAttribute("width")) < picture.clientWidth * SMALL_SCREEN;
}
