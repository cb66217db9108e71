// Content that talks to an LRS: what it asks is told by the server, not by calls to this page.

/** @typedef {import("./runtime.js").Call} Call */

const QUIET = 250;

/** Tell whether a package talks to an LRS. @param {string} standard */
export const speaksXapi = (standard) => standard === "cmi5" || standard === "xapi";

/**
 * Follow what content asks, and show what the LRS has of the registration afterwards.
 * @param {(call: Call) => void} onCall @param {() => string} registration
 * @param {(values: Record<string, string>) => void} onModel
 */
export function follow(onCall, registration, onModel) {
  /** @type {number | undefined} */
  let soon;
  const look = async () => {
    if (!registration()) return;
    const answer = await fetch(`/api/model/${registration()}`);
    if (answer.ok) onModel(await answer.json());
  };
  new EventSource("/api/calls").addEventListener("message", (event) => {
    onCall(JSON.parse(event.data));
    clearTimeout(soon);
    soon = setTimeout(look, QUIET);
  });
}
