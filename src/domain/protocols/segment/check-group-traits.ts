import {isEmailAddress} from '../../checks/is-email-address';
import {reportWrongType} from '../../checks/shape/report-wrong-type';
import {checkDateField} from '../../checks/timestamp/check-timestamp-field';
import {toEpochUnit} from '../../checks/timestamp/epoch-unit';
import {checkTimestamp} from '../../checks/timestamp/timestamp';
import {appendToken} from '../../json/json-pointer';
import type {JsonObject, JsonValue} from '../../json/json-value';
import type {Issue} from '../../verdict/issue';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import {type CallRules, type TraitRule, toPlainName} from './call-rules';
import type {Dialect} from './dialect';

/** The documented checks of a group's traits. Additional traits are always permitted. */
export function checkGroupTraits(
  event: number,
  traits: JsonObject,
  rules: CallRules,
  dialect: Dialect,
  add: AddIssue,
): void {
  const seen = new Map<string, string>();
  for (const key in traits) {
    const value = traits[key];
    if (value === undefined) continue;
    const rule = rules.traits.get(toPlainName(key));
    checkTwice(event, traits, key, rule?.name ?? key.toLowerCase(), seen, add);
    if (value === null) {
      if (dialect.tellsNullTraits) add(tellNull(event, key, dialect));
    } else if (rule && value !== '') checkTrait({event, key, value, rule, dialect}, add);
  }
}

interface Trait {
  event: number;
  /** As it was sent. */
  key: string;
  value: JsonValue;
  rule: TraitRule;
  dialect: Dialect;
}

function checkTrait(trait: Trait, add: AddIssue): void {
  const {event, key, value, rule} = trait;
  const pointer = toTraitPointer(key);
  if (rule.name === 'createdAt') {
    checkCreatedAt(trait, pointer, add);
    return;
  }
  rule.shape.check({[rule.name]: value}, (fault) => {
    if (fault.value === null || fault.value === '') return;
    const inner = fault.pointer.slice(rule.name.length + 1);
    reportWrongType(event, {...fault, pointer: pointer + inner}, (issue) => add(soften(issue, trait)));
  });
  if (typeof value !== 'string') return;
  if (rule.name === 'email' && !isEmailAddress(value)) add(reportEmail(trait, pointer, value));
  const {values} = rule.node;
  if (values && !values.includes(value)) add(reportUnlisted(trait, pointer, values));
}

/** All samples of both vendors send a Number, although their tables say String. */
function soften(issue: Issue, {rule, value}: Trait): Issue {
  return rule.name === 'employees' && typeof value === 'number' ? {...issue, severity: 'info'} : issue;
}

function checkCreatedAt({event, value, dialect}: Trait, pointer: string, add: AddIssue): void {
  if (typeof value === 'number' && dialect.takesUnixDates && isUnixTime(value)) return;
  // A date without a time is also an "ISO-8601 date string".
  const isDate = checkTimestamp(value, null).kind === 'date-only';
  checkDateField(event, pointer, value, (issue) =>
    add({...issue, source: dialect.groupSpec('Traits'), ...(isDate ? {severity: 'info' as const} : {})}),
  );
}

function isUnixTime(value: number): boolean {
  const unit = toEpochUnit(value);
  if (unit !== null) return unit.name === 'seconds' || unit.name === 'milliseconds';
  // Accounts may be older than events.
  return value >= 0 && value < 700_000_000;
}

function reportEmail({event, dialect}: Trait, pointer: string, value: string): Issue {
  return toIssue('bad-email', {event, pointer, params: {value}, source: dialect.groupSpec('Traits')});
}

function reportUnlisted({event, value, dialect}: Trait, pointer: string, values: string[]): Issue {
  return toIssue('unlisted-value', {
    event,
    pointer,
    params: {value, values, vendor: dialect.vendor},
    source: dialect.groupSpec('Traits'),
  });
}

function tellNull(event: number, key: string, {vendor, groupSpec}: Dialect): Issue {
  return toIssue('null-trait', {
    event,
    pointer: toTraitPointer(key),
    params: {vendor},
    source: groupSpec('Traits'),
  });
}

/** `name`: the documented name of the trait, whatever its case. */
function checkTwice(
  event: number,
  traits: JsonObject,
  key: string,
  name: string,
  seen: Map<string, string>,
  add: AddIssue,
): void {
  const first = seen.get(name);
  if (first === undefined) {
    seen.set(name, key);
    return;
  }
  const [one, other] = [traits[first], traits[key]];
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  add(
    toIssue('conflicting-traits', {
      event,
      pointer: toTraitPointer(key),
      params: {first, second: key, values: [one, other]},
      fixes: ['remove-property'],
    }),
  );
}

function toTraitPointer(key: string): string {
  return appendToken('/traits', key);
}
