// @ts-check
/** Joins the views to the session: what is drawn when a page is shown or work goes on. */

let drawing = 0;

/** Draw the outline, the start page and the bar soon, once however often it is asked for. */
function redraw() {
  if (!drawing) drawing = window.requestAnimationFrame(() => {
    drawing = 0;
    const view = viewOf();
    drawOutline(player.course.data, view);
    drawHome(player.course.data, view);
    drawProgress(view.progress);
  });
}

/** @returns {View} */
function viewOf() {
  const { course, outcome } = player;
  /** @type {{[id: string]: {status: number, lock: string | null}}} */
  const known = {};
  for (const page of course.pages) {
    const state = pageState(page.id);
    known[page.id] = { status: state.done ? 3 : Math.min(state.seen, 2), lock: state.locked };
  }
  const place = course.pages.find((one) => one.slot !== null && one.slot + 1 === course.state.place);
  return {
    status: (id) => known[id].status,
    lock: (id) => known[id].lock,
    place: place ? place.id : null,
    progress: outcome.progress,
    completed: outcome.completed,
  };
}

pageHooks.push((main) => {
  enhance(main);
  redraw();
});
progressHooks.push(redraw);
