// @ts-check
/** hotspot: check boxes under a picture, and the same areas to press on the picture. */

/**
 * Show on the picture what is chosen in the list.
 * @param {HTMLElement} el
 */
function drawAreas(el) {
  for (const one of optionInputs(el)) {
    const area = $(`[data-area="${one.value}"]`, el);
    if (area) area.classList.toggle("chosen", one.checked);
  }
}

/**
 * @param {HTMLElement} el
 * @param {HTMLElement} area
 */
function pressable(el, area) {
  const box = optionInputs(el).filter((one) => one.value === area.dataset.area)[0];
  if (!box) return;
  area.addEventListener("click", () => box.click());
  const near = (/** @type {boolean} */ on) => () => area.classList.toggle("near", on);
  box.addEventListener("focus", near(true));
  box.addEventListener("blur", near(false));
}

/** @type {Widget} */
widgets.hotspot = {
  read: widgets.multiple.read,
  write: (el, q, response) => {
    checkOptions(el, listOf(response));
    drawAreas(el);
  },
  lock: (el, q, locked) => lockControls(el, locked),
  ready: (el, q, rank) => {
    if (!el.dataset.hears) {
      $$("[data-area]", el).forEach((area) => pressable(el, area));
      el.addEventListener("change", () => drawAreas(el));
    }
    readyOptions(el, q, rank);
    drawAreas(el);
  },
  show: widgets.multiple.show,
};
