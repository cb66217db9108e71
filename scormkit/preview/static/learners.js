// The learners that an author can be: names as they come in real registers.

const NAMES = ["Popescu, Ana", "Țurcanu, Ștefan", "Шевченко, Оксана", "Hoxha, Çelik", "O’Neill, Seán"];
const ANOTHER = "another";
const KEPT = "scormkit-preview-learner";

/** @param {string} id */
export function learnerNamed(id) {
  const number = Number(id.slice("learner-".length));
  const round = Math.floor((number - 1) / NAMES.length);
  return { id, name: NAMES[(number - 1) % NAMES.length] + (round ? ` ${round + 1}` : "") };
}

/** Fill the list of learners; the last choice comes back. @param {HTMLSelectElement} list @param {() => void} onChange */
export function learners(list, onChange) {
  const kept = /^learner-([1-9]\d{0,3})$/.exec(localStorage.getItem(KEPT) || "");
  let most = Math.max(3, Number(kept?.[1] || 1));
  const fill = (/** @type {string} */ chosen) => {
    const ids = Array.from({ length: most }, (_, at) => `learner-${at + 1}`);
    const options = ids.map((id) => new Option(learnerNamed(id).name, id, false, id === chosen));
    list.replaceChildren(...options, new Option("another learner…", ANOTHER));
  };
  fill(kept ? kept[0] : "learner-1");
  list.addEventListener("change", () => {
    if (list.value === ANOTHER) fill(`learner-${(most += 1)}`);
    localStorage.setItem(KEPT, list.value);
    onChange();
  });
}
