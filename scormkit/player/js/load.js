// @ts-check
/** What comes after the first page: more.css, turn.js, more.js and their words; the next page, ahead of time. */

/** @type {{[address: string]: Promise<void>}} */
const loads = {};
/** Whether more.js and its words are there. */
let moreIsThere = false;
/** @type {{[address: string]: Promise<string>}} the next page */
const ahead = {};
/** Milliseconds for which a page has the line to itself. */
const LOOK_AHEAD = 2000;

/**
 * Load a script or a style sheet of the package once; what failed may be asked for again.
 * @param {string} path from the part's root ("base") or the package's ("root"); "": an address
 * @param {"base" | "root" | ""} from
 * @returns {Promise<void>}
 */
function load(path, from) {
  const address = new URL((document.documentElement.dataset[from] || "") + path, location.href).href;
  if (!loads[address]) {
    loads[address] = new Promise((done, fail) => {
      const el = /css$/.test(path) ? h("link", { rel: "stylesheet", href: address }) : h("script", { src: address });
      el.onload = () => done();
      el.onerror = () => {
        el.remove();
        delete loads[address];
        fail(new Error(address));
      };
      document.head.append(el);
    });
  }
  return loads[address];
}

/** @returns {Promise<void>} more.css is there */
function loadStyles() {
  return $("link[href$='more.css']") ? Promise.resolve() : load("more.css", "root");
}

/** @returns {boolean} whether turn.js is there */
function canTurn() {
  return typeof openPage === "function";
}

/** @returns {Promise<void>} turn.js is there, its words, and the styles of the outline */
function loadTurn() {
  const words = titles ? Promise.resolve() : load("outline.js", "base");
  return Promise.all([loadStyles(), load("turn.js", "root"), words]).then(() => {
    takeWords();
    drawAround();
  });
}

/** @returns {Promise<void>} more.js is there, and its words */
function loadMore() {
  return Promise.all([load("more.js", "root"), load("words.js", "base")]).then(() => {
    moreIsThere = true;
  });
}

/**
 * @param {string} url
 * @returns {Promise<string>}
 */
function fetchText(url) {
  return fetch(url, { credentials: "same-origin" }).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))));
}

/**
 * Ask for a page that is due; `pageText` waits for it, and asks anew where it did not come.
 * @param {string} url without an anchor
 */
function fetchEarly(url) {
  if (url in ahead) return;
  ahead[url] = fetchText(url);
  ahead[url].catch(() => 0);
}

/**
 * Return a page's text and have its styles ready.
 * @param {string} url without an anchor
 * @returns {Promise<string>}
 */
function pageText(url) {
  const known = ahead[url];
  delete ahead[url];
  const text = known ? known.catch(() => fetchText(url)) : fetchText(url);
  return Promise.all([text, loadStyles()]).then(([got]) => got);
}

/** Fetch the next page and what it needs, once this one has settled. */
function lookAhead() {
  const idle = window.requestIdleCallback || setTimeout;
  const timer = setTimeout(() => idle(() => fetchAhead()), LOOK_AHEAD);
  leaving.push(() => clearTimeout(timer));
}

/** @returns {boolean} whether the learner's line is slow, or told to be used sparingly */
function isLineDear() {
  const line = /** @type {any} */ (navigator).connection;
  return !!line && (line.saveData || /2g/.test(line.effectiveType));
}

function fetchAhead() {
  const link = /** @type {HTMLAnchorElement | null} */ ($("#pager a[rel=next]") || $("#start"));
  const url = link && !link.hasAttribute("aria-disabled") ? link.href.replace(/#.*/, "") : "";
  if (!canTurn()) loadTurn().catch(() => 0); // it is asked for again when it is due
  if (!CAN_SWAP || !url || isLineDear() || !isOurPage(url) || url in ahead) return;
  for (const old of Object.keys(ahead)) delete ahead[old];
  ahead[url] = fetchText(url);
  const ready = ahead[url].then((text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    return Promise.all([loadStyles(), $(ACTIVE, page) ? loadMore() : null]);
  });
  ready.catch(() => delete ahead[url]); // it is asked for again when it is due
}
