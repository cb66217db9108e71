// @ts-check
/** What a page needs after it was put in place. */

/**
 * Enhance a page's content: call it for every page shown, after the swap.
 * @param {ParentNode} main
 */
function enhance(main) {
  enhancePanels(main);
  enhanceSearch(main);
  enhanceZoom(main);
  enhanceMedia(main);
  enhanceEvents(main);
  if (!document.documentElement.dataset.listens) {
    document.documentElement.dataset.listens = "1";
    listenForTerms();
    window.addEventListener("hashchange", () => openTarget(location.hash));
  }
}
