// @ts-check
/** The tracking contract for a standard that sends statements. */

/**
 * @param {CourseData} data
 * @param {Standard} standard
 * @param {() => Tracker | Launch | null} prepare null: no platform launched this; a launch: it cannot go on
 * @returns {Adapter}
 */
function statementAdapter(data, standard, prepare) {
  /** @type {Tracker} */
  let tracker;
  return {
    name: standard.name,
    textLimit: Infinity,
    open() {
      const prepared = prepare();
      if (!prepared) return null;
      if ("state" in prepared) return prepared;
      tracker = prepared;
      return openTracker(tracker, standard);
    },
    save: (record) => saveTracker(tracker, standard, record),
    close: (record) => closeTracker(tracker, standard, record),
    // A page is told of at once, so that what follows comes after it.
    note: (event) => (event.kind === "page" ? enqueue(tracker, { s: saidPage(data, event.page) }) : withTurn(() => tellEvent(tracker, event))),
    learner: () => (tracker ? learnerOf(tracker) : { id: "", name: "" }),
    trouble: () => (tracker.ended ? "ended" : !tracker.apart ? "" : tracker.lrs ? "silent" : "keyless"),
  };
}
