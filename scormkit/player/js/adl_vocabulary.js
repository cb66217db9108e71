// @ts-check
/** ADL's verbs, the IRIs of what is in a course, and the statement about a module. */

const ADL_VERBS = "http://adlnet.gov/expapi/verbs/";

/**
 * Return the IRI of something in the course: iris.py is its twin.
 * @param {CourseData} data
 * @param {string} kind
 * @param {string} name
 * @returns {string}
 */
function innerIri(data, kind, name) {
  return data.iri[0] + "/" + kind + "/" + name;
}

/**
 * @param {CourseData} data
 * @param {PageData | {id: string, published?: string}} page or module
 * @param {string} kind
 * @returns {string}
 */
function placeIri(data, page, kind) {
  return innerIri(data, kind, page.published || page.id);
}

/**
 * Return the context of something on a page.
 * @param {CourseData} data
 * @param {PageData | null} page
 * @param {string[]} categories
 * @returns {any}
 */
function onPage(data, page, categories) {
  return inContext({ parent: [page ? placeIri(data, page, "page") : data.iri[1]], grouping: data.iri, category: categories });
}

/**
 * A page was opened.
 * @param {CourseData} data
 * @param {PageData} page
 * @returns {Statement}
 */
function saidPage(data, page) {
  return statement(ADL_VERBS + "experienced", placeIri(data, page, "page"), { context: onPage(data, null, []) });
}

/**
 * All pages of a module are done.
 * @param {CourseData} data
 * @param {ModuleData} module
 * @param {string} id of the statement
 * @returns {Statement}
 */
function saidModule(data, module, id) {
  return statement(ADL_VERBS + "completed", placeIri(data, module, "module"),
    { id, result: { completion: true }, context: onPage(data, null, []) });
}
