// @ts-check
/** Statements: how they are made, and what is put into each just before it is sent. */

/**
 * As it waits: without actor, registration and what the LMS wants in each context, which are of the
 * session that sends it.
 * @typedef {{id: string, verb: {id: string, display: {[lang: string]: string}}, object: any,
 *   result?: any, context?: any, timestamp: string, actor?: any}} Statement
 *
 * Whom, where and in what context a session's statements are said.
 * @typedef {{actor: any, registration: string, template: any, data: CourseData,
 *   definitions: {[iri: string]: any}}} Speaker
 */

/** Where a statement says when it happened, if it had to be said in a later session. */
const HAPPENED = "urn:x-scormkit:extension/happened";

let lastMoment = 0;

/**
 * Return the time in UTC, each a little later than the one before: LRSs order by it (cmi5 9.3, 9.7).
 * @returns {string}
 */
function moment() {
  lastMoment = Math.max(Date.now(), lastMoment + 1);
  return new Date(lastMoment).toISOString();
}

/**
 * @param {string} verb IRI; its last part is shown
 * @param {string} iri of the object
 * @param {{result?: any, context?: any, id?: string}} [more]
 * @returns {Statement}
 */
function statement(verb, iri, more) {
  const given = more || {};
  /** @type {Statement} */
  const made = {
    id: given.id || randomUuid(), verb: { id: verb, display: { "en-US": verb.slice(verb.lastIndexOf("/") + 1) } },
    object: { objectType: "Activity", id: iri }, timestamp: moment(),
  };
  if (given.result) made.result = given.result;
  if (given.context) made.context = given.context;
  return made;
}

/**
 * Return lists of activities for a context.
 * @param {{[kind: string]: string[]}} lists IRIs by parent, grouping, category
 * @returns {any}
 */
function inContext(lists) {
  /** @type {any} */
  const made = {};
  for (const kind of Object.keys(lists)) {
    if (lists[kind].length) made[kind] = lists[kind].map((id) => ({ objectType: "Activity", id }));
  }
  return { contextActivities: made };
}

/**
 * Return a context with another merged in: nothing of the template is overwritten, and its
 * activities stand first (cmi5 10.2.1).
 * @param {any} own
 * @param {any} template
 * @returns {any}
 */
function mergeContext(own, template) {
  const made = Object.assign({}, own, template);
  const [mine, its] = [own.contextActivities || {}, template.contextActivities || {}];
  const lists = Object.assign({}, mine, its);
  for (const kind of Object.keys(lists)) {
    const first = asList(its[kind]);
    lists[kind] = first.concat(asList(mine[kind]).filter((one) => !first.some((other) => other.id === one.id)));
  }
  made.contextActivities = lists;
  if (own.extensions || template.extensions) made.extensions = Object.assign({}, own.extensions, template.extensions);
  return made;
}

/**
 * @param {any} value a list, or one thing as xAPI 0.95 allowed
 * @returns {any[]}
 */
function asList(value) {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/**
 * Return a statement as the LRS gets it.
 * @param {Statement} bare
 * @param {Speaker} speaker
 * @returns {Statement}
 */
function dress(bare, speaker) {
  const { data, definitions } = speaker;
  const base = Object.assign({ language: data.lang, revision: data.version }, bare.context,
    speaker.registration ? { registration: speaker.registration } : {});
  const context = mergeContext(base, speaker.template);
  const define = (/** @type {any} */ one) =>
    one.definition || !definitions[one.id] ? one : Object.assign({}, one, { definition: definitions[one.id] });
  return Object.assign({}, bare, { actor: speaker.actor, object: define(bare.object), context });
}

/**
 * Return an outcome as a result's score. Fractions of a percent are kept.
 * @param {number} score 0..1
 * @returns {{scaled: number}}
 */
function scaled(score) {
  return { scaled: Number(score.toFixed(7)) };
}
