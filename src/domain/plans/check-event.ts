import type {JsonObject, JsonValue} from '../json/json-value';
import type {EventFields} from '../protocols/wire-format';
import type {ProtocolId} from '../protocols/wire-formats';
import {type Envelope, type PlanEvent, toEnvelope} from './envelope';
import {findNearName} from './near-name';
import {pickVersion} from './pick-version';
import type {PlanProblem} from './plan-problem';
import {indexRules} from './rule-index';
import type {Plan, PlanRule} from './tracking-plan';
import type {SchemaProblem} from './validate/schema-problem';
import {MAX_VIOLATIONS, type Violation} from './validate/violation';
import type {CompiledSchema, SchemaVerdict, Validator} from './validator';

/** A violation with its rule; its pointer refers to the event on the wire. */
export interface RuleViolation extends Violation {
  rule: PlanRule;
}

/** The result of checking one event against a plan. */
export interface PlanVerdict {
  /** The rule for this event, in the version that was used; null if the plan has none. */
  rule: PlanRule | null;
  /** A track call that is not in the plan. Other calls without a rule are not reported. */
  isUnplanned: boolean;
  /** The planned name that an unplanned one was probably meant to be. */
  near: string | null;
  violations: readonly RuleViolation[];
  /** There were more violations than are listed. */
  isCut: boolean;
  /** Rules that apply but were set aside. */
  skipped: readonly PlanRule[];
}

export interface CheckOptions {
  /** The protocols whose requests the plan is for. None: all. */
  protocols?: readonly ProtocolId[];
  /** Called before a rule is compiled or run, so that the code that stops a hanging check knows which rule it was. */
  onRule?(rule: PlanRule): void;
  /** IDs of rules that must not run because they hung. */
  setAside?: ReadonlySet<string>;
  /** A fault of the plan that was only found while checking an event. Each is reported once. */
  onProblem?(problem: PlanProblem): void;
}

export interface PlanChecker {
  plan: Plan;
  /** The protocols whose requests the plan is for. None: all. */
  protocols: readonly ProtocolId[];
  check(event: PlanEvent, fields: EventFields): PlanVerdict;
}

/** Checks events against a plan. A rule is compiled when its name occurs first. */
export function createPlanChecker(plan: Plan, validator: Validator, options: CheckOptions = {}): PlanChecker {
  const index = indexRules(plan);
  const compiled = new Map<string, CompiledSchema>();
  const told = new Set<string>();

  function judge(rule: PlanRule, envelope: JsonObject): SchemaVerdict {
    options.onRule?.(rule);
    let schema = compiled.get(rule.id);
    if (!schema) {
      schema = validator.compile(rule.schema, rule.draft);
      compiled.set(rule.id, schema);
    }
    const verdict = schema.check(toJudged(rule, envelope));
    for (const problem of verdict.problems) tell(rule, problem);
    return verdict;
  }

  function tell(rule: PlanRule, params: SchemaProblem): void {
    const key = `${rule.id} ${params.code} ${params.found}`;
    if (told.has(key)) return;
    told.add(key);
    options.onProblem?.({code: 'schema', params, rule: rule.id, place: rule.place});
  }

  function check(event: PlanEvent, fields: EventFields): PlanVerdict {
    const envelope = toEnvelope(event, fields);
    const verdicts = new Map<PlanRule, SchemaVerdict>();
    const judgeOnce = (rule: PlanRule) => {
      const verdict = verdicts.get(rule) ?? judge(rule, envelope.value);
      verdicts.set(rule, verdict);
      return verdict;
    };
    const isActive = ({id}: PlanRule) => options.setAside?.has(id) !== true;
    const rules = index.find(event.type, event.name);
    const active = rules.filter(isActive);
    const rule = pickVersion(active, envelope.value, plan, (each) => judgeOnce(each).violations);
    const judging = [...index.common.filter(isActive), ...(rule ? [rule] : [])];
    const found = judging.map((each) => ({rule: each, ...judgeOnce(each)}));
    const violations = unique(found.flatMap((each) => toRuleViolations(each, envelope)));
    const isUnplanned = isUnplannedEvent(event, rules.length);
    return {
      rule: rule ?? rules[0] ?? null,
      isUnplanned,
      near: isUnplanned && event.name !== null ? findNearName(event.name, index.eventNames) : null,
      violations: violations.slice(0, MAX_VIOLATIONS),
      isCut: violations.length > MAX_VIOLATIONS || found.some(({isCut}) => isCut),
      skipped: [...index.common, ...rules].filter((each) => !isActive(each)),
    };
  }

  function isUnplannedEvent({type, name}: PlanEvent, rules: number): boolean {
    return type === 'track' && name !== null && rules === 0 && index.hasEvents && !plan.isPartial;
  }

  return {plan, protocols: options.protocols ?? [], check};
}

/** The part of a call that a rule's schema describes. */
function toJudged({where}: PlanRule, envelope: JsonObject): JsonValue {
  return where === 'call' ? envelope : (envelope[where] ?? {});
}

function toRuleViolations(
  {rule, violations}: {rule: PlanRule; violations: readonly Violation[]},
  {toWire}: Envelope,
): RuleViolation[] {
  const base = rule.where === 'call' ? '' : `/${rule.where}`;
  const place = (violation: Violation): Violation => ({
    ...violation,
    pointer: toWire(base + violation.pointer),
    ...(violation.inner ? {inner: violation.inner.map(place)} : {}),
  });
  return violations.map((violation) => ({...place(violation), rule}));
}

/** A common rule and the event's own may require the same. */
function unique(violations: readonly RuleViolation[]): RuleViolation[] {
  const seen = new Set<string>();
  return violations.filter(({pointer, keyword, params}) => {
    const key = JSON.stringify([pointer, keyword, params]);
    return !seen.has(key) && seen.add(key);
  });
}
