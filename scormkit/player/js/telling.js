// @ts-check
/** Statements of how far the course is: the same, in the same order, in xAPI and cmi5. */

/**
 * Say which modules are done, and how score and progress changed; what a resumed session begins
 * with was said before.
 * @param {Tracker} tracker
 * @param {TrackRecord} record
 */
function sayProgress(tracker, record) {
  const { data, activity } = tracker;
  const percent = record.completed ? 100 : Math.floor(record.progress * 100 + 1e-9);
  const now = { score: record.score, percent };
  const before = tracker.shown || (tracker.document.work().state && !record.taken ? now : { score: null, percent: 0 });
  tracker.shown = now;
  for (const module of data.modules) {
    if (!moduleDone(module, workOf(player.course))) continue;
    sayOnce(tracker, "module " + module.id, (id) => saidModule(data, module, id));
  }
  // cmi5 9.5.5.1: no progress with or after completed
  if (percent !== before.percent && percent < 100) {
    enqueue(tracker, { s: saidProgress(data, activity, record.progress, data.adapter === "xapi") });
  }
  if (record.score !== null && record.score !== before.score) enqueue(tracker, { s: saidScore(data, activity, record.score) });
}
