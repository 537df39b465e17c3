import {resolvePointer} from '../json/json-pointer';
import type {JsonObject, JsonValue} from '../json/json-value';
import type {Issue} from '../verdict/issue';
import type {Source} from '../verdict/source';
import {toIssue} from '../verdict/to-issue';
import type {PlanVerdict, RuleViolation} from './check-event';
import type {Plan, PlanRule} from './tracking-plan';
import {chooseFixes} from './value-fixes';

/** The event of a verdict: its index in the request, and its value on the wire. */
export interface JudgedEvent {
  index: number;
  value: JsonObject;
  /** The place of its name, for an issue about the name. */
  namePointer: string;
  name: string | null;
}

/** A plan's verdict as issues on the fields of the wire, with the plan, its rule and line as their source. */
export function toPlanIssues(verdict: PlanVerdict, plan: Plan, event: JudgedEvent): Issue[] {
  const issues: Issue[] = [];
  if (verdict.isUnplanned && event.name !== null) issues.push(toUnplanned(verdict, plan, event, event.name));
  for (const violation of verdict.violations) issues.push(toViolationIssue(violation, plan, event));
  for (const rule of verdict.skipped) issues.push(toSkipped(rule, 'too-slow', plan, event));
  if (verdict.isCut && verdict.rule) issues.push(toSkipped(verdict.rule, 'too-many', plan, event));
  return issues;
}

function toUnplanned(
  {near}: PlanVerdict,
  plan: Plan,
  {index, namePointer}: JudgedEvent,
  name: string,
): Issue {
  return toIssue('plan/unplanned-event', {
    event: index,
    pointer: namePointer,
    params: {name, near},
    source: {document: plan.title, plan: {id: plan.id, version: plan.revision, pointer: ''}},
    ...(near === null ? {} : {suggestion: {kind: 'set', value: near}, fixes: ['rename-event-name']}),
  });
}

function toSkipped(rule: PlanRule, reason: 'too-slow' | 'too-many', plan: Plan, {index}: JudgedEvent): Issue {
  const params = {rule: toRuleName(rule), reason};
  return toIssue('plan/rule-skipped', {event: index, pointer: '', params, source: toSource(rule, plan)});
}

function toSource(rule: PlanRule, plan: Plan): Source {
  const {line, pointer} = rule.place;
  const name = toRuleName(rule);
  return {
    document: plan.title,
    section: line === null ? name : `${name}, line ${line}`,
    plan: {id: plan.id, version: plan.revision, rule: name, pointer},
  };
}

export function toRuleName({name, call}: PlanRule): string {
  return name ?? (call === 'common' ? 'every call' : call);
}

function toViolationIssue(violation: RuleViolation, plan: Plan, event: JudgedEvent): Issue {
  const {keyword, params, pointer} = violation;
  const rule = toRuleName(violation.rule);
  const found = resolvePointer(event.value, pointer);
  const base = {event: event.index, pointer, source: toSource(violation.rule, plan)};
  const more = {...base, ...chooseFixes(violation, found, event.value)};
  switch (keyword) {
    case 'required':
      return toIssue('plan/missing-property', {...more, params: {rule}});
    case 'type':
      return toIssue('plan/type', {...more, params: {rule, expected: toTexts(params.expected), found}});
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
    case 'false':
      return toIssue('plan/unplanned-property', {...more, params: {rule, found}});
    case 'enum':
      return toIssue('plan/value', {...more, params: {rule, expected: toList(params.allowed), found}});
    case 'const':
      return toIssue('plan/value', {...more, params: {rule, expected: [params.constant ?? null], found}});
    case 'pattern':
      return toIssue('plan/pattern', {...base, params: {rule, pattern: String(params.limit), found}});
    case 'format':
      return toIssue('plan/format', {...base, params: {rule, format: String(params.limit), found}});
    default:
      return typeof params.limit === 'number'
        ? toIssue('plan/range', {...base, params: {rule, keyword, limit: params.limit, found}})
        : toIssue('plan/other', {...base, params: {rule, keyword, found, nearest: toNearest(violation)}});
  }
}

/** The violations of the nearest alternative of `anyOf` or `oneOf`. */
function toNearest({inner = []}: RuleViolation): string[] {
  return inner.map(({pointer}) => pointer);
}

function toTexts(value: JsonValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : [],
  );
}

function toList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
