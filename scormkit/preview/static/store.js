// A data model's values and the rules for reading and writing them. Values are kept flat:
// {"cmi.objectives.0.id": "o1"}. What is written must fit the element's type.

/** @typedef {import("./types.js").Type} Type */
/**
 * Access, type, default, and types by the interaction's type.
 * @typedef {[string, Type, (string | undefined)?, Record<string, Type>?]} Spec
 * @typedef {Record<string, Spec>} Elements
 * @typedef {Record<string, string>} Values
 * @typedef {Record<string, number>} Codes
 */

const KEYWORD = /\._(children|count|version)$/;

/** Split `cmi.objectives.3.id` into its pattern and the collections it goes through. @param {string} name */
export function parse(name) {
  /** @type {{path: string, index: number}[]} */
  const steps = [];
  const words = name.split(".");
  const pattern = words.map((word, at) => {
    if (!/^(0|[1-9]\d*)$/.test(word)) return word;
    steps.push({ path: words.slice(0, at).join("."), index: Number(word) });
    return "n";
  });
  return { pattern: pattern.join("."), steps };
}

export class Store {
  /**
   * @param {Elements} elements @param {Codes} codes @param {Values} values
   * @param {{version: string, idFirst: boolean}} rules
   */
  constructor(elements, codes, values, rules) {
    this.elements = elements;
    this.codes = codes;
    this.values = values;
    this.rules = rules;
  }

  /** Return how many entries a collection has. @param {string} path */
  count(path) {
    let most = 0;
    for (const name of Object.keys(this.values)) {
      if (name.startsWith(`${path}.`)) most = Math.max(most, parseInt(name.slice(path.length + 1), 10) + 1 || 0);
    }
    return most;
  }

  /** Read an element. @param {string} name @returns {{value: string, error: number}} */
  get(name) {
    const { pattern, steps } = parse(name);
    const keyword = KEYWORD.exec(pattern);
    const reach = this.#reach(steps);
    if (keyword) return this.#keyword(name, pattern.slice(0, keyword.index), keyword[1], reach);
    const spec = this.elements[pattern];
    if (!spec) return fail(this.codes.unknown);
    if (reach) return fail(this.codes.getIndex);
    if (spec[0] === "w") return fail(this.codes.writeOnly);
    const value = this.values[name] ?? spec[2];
    return value === undefined ? fail(this.codes.unset) : { value, error: 0 };
  }

  /** Write an element and return the error code, 0 for none. @param {string} name @param {string} value */
  set(name, value) {
    const { pattern, steps } = parse(name);
    if (KEYWORD.test(pattern)) return this.codes.keyword;
    const spec = this.elements[pattern];
    if (!spec) return this.codes.unknown;
    if (spec[0] === "r") return this.codes.readOnly;
    if (steps.some(({ path, index }) => index > this.count(path))) return this.codes.setIndex;
    const error = this.#order(name, pattern, steps) || this.#type(name, spec, value) || this.#identity(name, value, steps);
    if (!error) this.values[name] = value;
    return error;
  }

  /** Tell whether an index lies beyond its collection. @param {{path: string, index: number}[]} steps */
  #reach(steps) {
    return steps.some(({ path, index }) => index >= this.count(path));
  }

  /** @param {string} name @param {string} parent @param {string} word @param {boolean} reach */
  #keyword(name, parent, word, reach) {
    if (word === "version") {
      return parent === "cmi" ? { value: this.rules.version, error: 0 } : fail(this.codes.unknown);
    }
    const below = Object.keys(this.elements).filter((key) => key.startsWith(`${parent}.`));
    const isArray = below.some((key) => key.startsWith(`${parent}.n.`));
    if (!below.length && !this.elements[parent]) return fail(this.codes.unknown);
    if (reach) return fail(this.codes.getIndex);
    if (word === "count") {
      const path = name.slice(0, -"._count".length);
      return isArray ? { value: String(this.count(path)), error: 0 } : fail(this.codes.noCount);
    }
    if (!below.length) return fail(this.codes.noChildren);
    const skip = parent.length + (isArray ? 3 : 1);
    const names = below.map((key) => key.slice(skip).split(".")[0]);
    return { value: [...new Set(names)].join(","), error: 0 };
  }

  /** What must be set before this. @param {string} name @param {string} pattern @param {{path: string, index: number}[]} steps */
  #order(name, pattern, steps) {
    const last = steps[steps.length - 1];
    if (!this.rules.idFirst || !last) return 0;
    for (const { path, index } of steps) {
      const id = `${path}.${index}.id`;
      if (this.elements[parse(id).pattern] && name !== id && !(id in this.values)) return this.codes.needs;
    }
    const typed = this.elements[pattern][3];
    return typed && !(this.#interaction(name) in this.values) ? this.codes.needs : 0;
  }

  /** @param {string} name @param {Spec} spec @param {string} value */
  #type(name, spec, value) {
    const typed = spec[3]?.[this.values[this.#interaction(name)]];
    const wrong = spec[1](value) || (typed ? typed(value) : "");
    return wrong === "" ? 0 : this.codes[wrong];
  }

  /** An id stays once set and stands once in its collection. @param {string} name @param {string} value @param {{path: string, index: number}[]} steps */
  #identity(name, value, steps) {
    if (!this.rules.idFirst || !name.endsWith(".id") || name.startsWith("cmi.interactions.") && steps.length < 2) return 0;
    const { path, index } = steps[steps.length - 1];
    if (name in this.values && this.values[name] !== value) return this.codes.fixed;
    for (let other = 0; other < this.count(path); other += 1) {
      if (other !== index && this.values[`${path}.${other}.id`] === value) return this.codes.fixed;
    }
    return 0;
  }

  /** The name of the type of the interaction that an element belongs to. @param {string} name */
  #interaction(name) {
    return name.split(".").slice(0, 3).join(".") + ".type";
  }
}

/** @param {number} error */
const fail = (error) => ({ value: "", error });
