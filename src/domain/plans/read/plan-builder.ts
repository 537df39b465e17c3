import {appendToken} from '../../json/json-pointer';
import type {JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import type {Expectation} from '../expectations/expectation';
import type {PlanPlace} from '../plan-place';
import type {PlanProblem, ProblemCode, ProblemParams} from '../plan-problem';
import type {PlanCall, PlanRule} from '../tracking-plan';
import {prepareSchema} from '../validate/prepare-schema';
import type {SchemaDraft} from '../validate/schema-draft';
import type {PlanSource} from './plan-source';

/** A place in a file, before its line is determined. */
export interface Spot {
  source: PlanSource;
  pointer: string;
  /** The place of the rule's schema, if it is not the rule's own. */
  schemaPointer?: string;
}

export interface RuleFacts {
  call: PlanCall;
  name: string | null;
  version?: string | number | null;
  section?: string | null;
  labels?: readonly string[];
  description?: string | null;
  schema: JsonValue;
  where: PlanRule['where'];
  draft: SchemaDraft;
  isDeprecated?: boolean;
}

/** Collects the results of a reader. Assigns IDs to rules and searches for faults of their schemas. */
export interface PlanBuilder {
  title: string | null;
  id: string | null;
  isPartial: boolean;
  readonly expectations: Expectation[];
  addRule(facts: RuleFacts, spot: Spot): void;
  addProblem<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], spot: Spot | null): void;
  finish(): {rules: PlanRule[]; problems: PlanProblem[]};
}

interface Pending<T> {
  value: T;
  spot: Spot | null;
}

export function createPlanBuilder(): PlanBuilder {
  const rules: Pending<Omit<PlanRule, 'place'>>[] = [];
  const problems: Pending<Omit<PlanProblem, 'place'>>[] = [];
  const taken = new Map<string, number>();

  function addProblem<Code extends ProblemCode>(
    code: Code,
    params: ProblemParams[Code],
    spot: Spot | null,
    rule: string | null = null,
  ): void {
    problems.push({value: {code, params, rule} as Omit<PlanProblem, 'place'>, spot});
  }

  /** The ID of a rule, and how many rules for the same event and version there are by now. */
  function toId({call, name, version}: RuleFacts): {id: string; count: number} {
    const base = `${call}${name === null ? '' : `/${name}`}${version == null ? '' : `@${version}`}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return {id: count === 1 ? base : `${base}#${count}`, count};
  }

  return {
    title: null,
    id: null,
    isPartial: false,
    expectations: [],
    addProblem: (code, params, spot) => addProblem(code, params, spot),
    addRule(facts, spot) {
      const {id, count} = toId(facts);
      if (count === 2) addProblem('duplicate-rule', {name: facts.name ?? facts.call}, spot, id);
      const schema = facts.schema ?? true;
      if (facts.schema === null) addProblem('no-schema', {name: facts.name ?? facts.call}, spot, id);
      const base = spot.schemaPointer ?? spot.pointer;
      const found = prepareSchema(schema, facts.draft).problems;
      for (const problem of found) {
        addProblem('schema', problem, {source: spot.source, pointer: base + problem.pointer}, id);
      }
      // Too deep to be used: it cannot even be passed to another thread.
      const isTooDeep = found.some(({code}) => code === 'too-deep');
      rules.push({value: toRule(facts, id, isTooDeep ? true : schema), spot});
    },
    finish() {
      const placeOf = createPlacer([...rules, ...problems].flatMap(({spot}) => spot ?? []));
      return {
        rules: rules.flatMap(({value, spot}) => (spot ? {...value, place: placeOf(spot)} : [])),
        problems: problems.map(({value, spot}) => ({...value, place: spot && placeOf(spot)}) as PlanProblem),
      };
    },
  };
}

function toRule(facts: RuleFacts, id: string, schema: JsonValue): Omit<PlanRule, 'place'> {
  const {call, name, where, draft, version = null, section = null, labels = [], isDeprecated = false} = facts;
  const description = facts.description ?? '';
  return {id, call, name, version, section, labels, description, schema, where, draft, isDeprecated};
}

/** Lines are determined once per file, for all places in it. */
function createPlacer(spots: readonly Spot[]): (spot: Spot) => PlanPlace {
  const byFile = new Map<PlanSource, string[]>();
  for (const {source, pointer} of spots) {
    const pointers = byFile.get(source);
    if (pointers) pointers.push(pointer);
    else byFile.set(source, [pointer]);
  }
  const found = new Map([...byFile].map(([source, pointers]) => [source, source.locate(pointers)]));
  return ({source, pointer}) => {
    const at = found.get(source)?.get(pointer);
    return {file: source.file, pointer, line: at?.line ?? null, column: at?.column ?? null};
  };
}

/** Iterates over the entries of a list that should all be objects; the others become problems. */
export function eachEntry<T extends JsonValue>(
  list: readonly JsonValue[],
  {source, pointer}: Spot,
  builder: PlanBuilder,
  isRight: (entry: JsonValue) => entry is T,
  visit: (entry: T, spot: Spot) => void,
): void {
  for (const [index, entry] of list.entries()) {
    const spot = {source, pointer: appendToken(pointer, index)};
    if (isRight(entry)) visit(entry, spot);
    else builder.addProblem('not-a-rule', {found: showValue(entry)}, spot);
  }
}
