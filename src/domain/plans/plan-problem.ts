import {describeExpectation, describeUnplannedName} from './expectations/describe-expectation';
import type {ExpectationFacts} from './expectations/expectation';
import type {UnplannedName} from './expectations/unplanned-names';
import type {PlanPlace} from './plan-place';
import type {SchemaProblem, SchemaProblemCode} from './validate/schema-problem';

/** A fault or ambiguity of a plan, with the values for its sentence. */
export interface ProblemParams {
  'not-a-rule': {found: string};
  'no-name': {found: string};
  'unknown-call': {call: string};
  'no-schema': {name: string};
  'duplicate-rule': {name: string};
  'partial-plan': Record<string, never>;
  'types-elsewhere': Record<string, never>;
  'base-unchecked': {source: string};
  'entities-unchecked': {name: string};
  'missing-reference': {ref: string};
  'unknown-value-type': {type: string; property: string};
  'bad-number': {column: string; found: string};
  'several-names': {name: string; used: string};
  'no-event-name': {name: string};
  'bad-expectation': {found: string; number: number};
  'unplanned-name': UnplannedName & {expectation: ExpectationFacts};
  'bad-csv': {message: string};
  'repeated-key': {key: string};
  'not-utf-8': {file: string; line: number};
  schema: SchemaProblem;
}

export type ProblemCode = keyof ProblemParams;

export type PlanProblem = {
  [Code in ProblemCode]: {
    code: Code;
    params: ProblemParams[Code];
    /** `PlanRule.id`; null: it concerns the plan as a whole. */
    rule: string | null;
    place: PlanPlace | null;
  };
}[ProblemCode];

type Describers = {[Code in ProblemCode]: (params: ProblemParams[Code]) => string};

const describers: Describers = {
  'not-a-rule': ({found}) => `${found} is not a rule; it is ignored.`,
  'no-name': ({found}) => `The rule has no event name (${found}); it is ignored.`,
  'unknown-call': ({call}) => `“${call}” is not a call that can be checked; the rule is ignored.`,
  'no-schema': ({name}) => `The rule for ${name} has no schema: any properties pass.`,
  'duplicate-rule': ({name}) =>
    `There is more than one rule for ${name}: an event is checked against the one that fits best.`,
  'partial-plan': () =>
    'The file is one page of a longer list, so events that are missing from it are not reported as unplanned.',
  'types-elsewhere': () =>
    'The file names the properties but not their types: only missing and unplanned properties are reported.',
  'base-unchecked': ({source}) =>
    `Only what the plan adds to ${source} is checked; that schema is in another file.`,
  'entities-unchecked': ({name}) => `The entities that ${name} should carry are not checked.`,
  'missing-reference': ({ref}) => `“${ref}” is not in these files; add the file that defines it.`,
  'unknown-value-type': ({type, property}) =>
    `“${type}” is not a known type; any value of ${property} passes.`,
  'bad-number': ({column, found}) => `“${found}” in ${column} is not a number; it is ignored.`,
  'several-names': ({name, used}) => `${name} is sent under several names; “${used}” is the one checked.`,
  'no-event-name': ({name}) => `${name} does not set an event name; it is ignored.`,
  'bad-expectation': ({found, number}) =>
    `Number ${number} of the expectations, ${found}, is not a valid expectation; it is ignored.`,
  'unplanned-name': ({expectation, ...unplanned}) =>
    `The expectation “${describeExpectation(expectation)}” may be misspelt: ${describeUnplannedName(unplanned)}`,
  'bad-csv': ({message}) => `The table is damaged here: ${message}`,
  'not-utf-8': ({file, line}) =>
    `Line ${line} of ${file} contains “\ufffd” in place of a character that could not be read, so a name with it is never found. Save the file as UTF-8.`,
  'repeated-key': ({key}) => `“${key}” is used more than once in one object; only the last one counts.`,
  schema: (problem) => schemaDescribers[problem.code](problem),
};

const schemaDescribers: Record<SchemaProblemCode, (problem: SchemaProblem) => string> = {
  'not-a-schema': ({found}) => `${found} is not a schema; it is not checked.`,
  'too-deep': ({found}) => `The schema is nested more than ${found} levels deep; it is not checked.`,
  'unknown-type': ({found}) => `${found} is not a type of JSON Schema; the type is not checked.`,
  'malformed-keyword': ({found, expected}) =>
    `${found} is not valid${expected ? `, where ${expected} is expected` : ''}; it is not checked.`,
  'refused-pattern': ({found}) =>
    `The pattern ${found} is not a valid regular expression; it is not checked.`,
  'unresolved-ref': ({found}) =>
    `$ref ${found} points outside of this schema; nothing is fetched, so it is not checked.`,
  'endless-ref': ({found}) => `$ref ${found} leads back to itself; it is not checked.`,
  'other-draft': ({found, expected}) =>
    `${found} has no effect in draft ${expected} of JSON Schema; it is not checked.`,
  'near-keyword': ({found, expected}) =>
    `“${found}” is not a keyword of JSON Schema; it is not checked. Did you mean “${expected}”?`,
  'unknown-draft': ({found, expected}) =>
    `$schema ${found} is not a draft that can be checked; draft ${expected} is used.`,
  'not-checkable': ({found}) => `The schema cannot be checked: ${found}`,
};

/** One sentence; its place is shown next to it. */
export function describePlanProblem(problem: PlanProblem): string {
  // Each describer takes the params of its code, but after indexing the union the compiler does not know which.
  const describe = describers[problem.code] as (params: PlanProblem['params']) => string;
  return describe(problem.params);
}
