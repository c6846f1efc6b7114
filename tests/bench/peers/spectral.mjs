// The 40 checks as a ruleset of Spectral: one rule each, at its section of the deal.

import { CHECKS } from "./checks.mjs";

const OPERATORS = {
  equal: (value, wanted) => value === wanted,
  in: (value, wanted) => wanted.includes(value),
  contains: (value, wanted) => value.includes(wanted),
  lessThan: (value, wanted) => value < wanted,
  greaterThan: (value, wanted) => value > wanted,
};

function makeRule([id, section, value, operator, wanted]) {
  const holds = OPERATORS[operator];
  const check = (part) => (holds(value(part), wanted) ? [{ message: id }] : []);
  return [id, { given: `$.${section}`, severity: "warn", then: { function: check } }];
}

export default { rules: Object.fromEntries(CHECKS.map(makeRule)) };
