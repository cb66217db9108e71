// @ts-check
/** The map of a scenario: every scene as a dot, column by column, the way taken drawn thick. */

const MAP_STEP = 56;
const MAP_ROW = 34;

/**
 * @param {string} tag
 * @param {{[name: string]: string | number}} attributes
 * @returns {SVGElement}
 */
function drawn(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, String(attributes[name]));
  return made;
}

/**
 * Return the scenes by the fewest choices that lead to them.
 * @param {{[id: string]: NodeData}} nodes
 * @param {string} start
 * @returns {string[][]}
 */
function sceneColumns(nodes, start) {
  const seen = [start];
  const columns = [];
  for (let column = [start]; column.length; ) {
    columns.push(column);
    /** @type {string[]} */
    const next = [];
    for (const id of column) {
      for (const choice of nodes[id].choices) {
        if (seen.includes(choice[1])) continue;
        seen.push(choice[1]);
        next.push(choice[1]);
      }
    }
    column = next;
  }
  return columns;
}

/**
 * Draw the map of a story that came to an end.
 * @param {QuestionData} q
 * @param {string[]} path the scenes of the way taken, the end included
 * @returns {HTMLElement}
 */
function scenarioMap(q, path) {
  const nodes = q.nodes || {};
  const columns = sceneColumns(nodes, path[0]);
  const height = Math.max(...columns.map((column) => column.length)) * MAP_ROW;
  /** @type {{[id: string]: [number, number]}} */
  const at = {};
  columns.forEach((column, x) => column.forEach((id, y) => {
    at[id] = [(x + 0.5) * MAP_STEP, ((y + 0.5) * height) / column.length];
  }));
  const width = columns.length * MAP_STEP;
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  const taken = path.slice(1).map((id, i) => path[i] + " " + id);
  const scenes = Object.keys(at);
  const ways = scenes.reduce((all, id) => all.concat(nodes[id].choices.map((one) => [id, one[1]])), /** @type {string[][]} */ ([]));
  const isTaken = (/** @type {string[]} */ way) => taken.includes(way.join(" "));
  for (const way of ways.filter((one) => !isTaken(one)).concat(ways.filter(isTaken))) {
    const [[x, y], [toX, toY]] = [at[way[0]], at[way[1]]];
    const middle = toX === x ? x + MAP_STEP * 0.45 : (x + toX) / 2; // past the scenes between, not through them
    svg.append(drawn("path", { d: `M${x} ${y}C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`, class: isTaken(way) ? "taken" : "" }));
  }
  for (const id of scenes) {
    const kind = nodes[id].end ? "end " + nodes[id].end : "";
    svg.append(drawn("circle", { cx: at[id][0], cy: at[id][1], r: nodes[id].end ? 9 : 7, class: (path.includes(id) ? "taken " : "") + kind }));
  }
  const said = t("Your way: you saw {n} of {all} scenes.", { n: path.filter((id, i) => path.indexOf(id) === i).length, all: scenes.length });
  return h("figure", { class: "story-map" }, h("div", { class: "story-map-box", role: "region", tabindex: "0", "aria-label": said }, /** @type {any} */ (svg)), h("figcaption", null, said));
}
