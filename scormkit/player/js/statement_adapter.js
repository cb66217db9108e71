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
      const prepared = tracker || prepare(); // open is called again where the LMS did not answer
      if (!prepared) return null;
      if ("state" in prepared) return prepared;
      tracker = prepared;
      return openTracker(tracker, standard);
    },
    save: (record) => saveTracker(tracker, standard, record),
    close: (record) => closeTracker(tracker, standard, record),
    note: (event) => withTurn(() => tellEvent(tracker, event)),
    learner() {
      if (!tracker) return { id: "", name: "" };
      const { actor, registration } = tracker.speaker;
      return { id: [actorId(actor), registration].join(" ").trim(), name: actor.name || "" };
    },
    refused: () => tracker.ended,
  };
}
