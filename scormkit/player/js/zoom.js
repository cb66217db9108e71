// @ts-check
/** A figure that may be enlarged: the picture and the words under it open a dialog. */

/** @param {ParentNode} root */
function enhanceZoom(root) {
  for (const figure of $$("[data-zoom]", root)) {
    const picture = $("img", figure);
    if (!picture || picture.parentElement !== figure || typeof HTMLDialogElement === "undefined") continue;
    const open = button("", () => enlarge(/** @type {HTMLImageElement} */ (picture)), "zoom");
    picture.before(open);
    open.append(picture, h("span", { class: "zoom-mark" }, icon("zoom"), t("Enlarge the picture")));
  }
}

/** @param {HTMLImageElement} picture */
function enlarge(picture) {
  const copy = /** @type {HTMLImageElement} */ (picture.cloneNode());
  copy.removeAttribute("srcset"); // the whole picture
  const close = button("", () => dialog.close(), "tool");
  close.setAttribute("aria-label", t("Close"));
  close.append(icon("cross"));
  const dialog = /** @type {HTMLDialogElement} */ (h("dialog", { "aria-label": picture.alt || t("Enlarge the picture") }, close, copy));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
