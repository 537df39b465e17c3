import {quote, showValue} from '../describe-value';
import {toFieldName} from '../to-field-name';
import type {Describe} from './wording';

/** `rule`: the name of the event in the plan, or of the rule for calls without one. */
export interface OfRule {
  rule: string;
}

/** Why a part of a plan was not checked. */
export type SkipReason = 'too-slow' | 'pattern' | 'reference' | 'too-deep' | 'too-many' | 'unsupported';

const skipReasons: Record<SkipReason, string> = {
  'too-slow': 'it took too long',
  pattern: 'its pattern cannot be used',
  reference: 'its reference cannot be resolved',
  'too-deep': 'it is nested too deeply',
  'too-many': 'the event has too many issues',
  unsupported: 'it uses a keyword that is not supported',
};

function describeNearest(places: readonly string[]): string {
  if (places.length === 0) return '';
  const shown = [...new Set(places)].slice(0, 5).map(toFieldName).join(', ');
  return ` The closest alternative fails at ${shown}.`;
}

export const planWords = {
  'plan/unplanned-event': ({name, near}: {name: string; near: string | null}) => ({
    message: `${quote(name)} is not in the tracking plan. ${near === null ? 'Add it to the plan or do not send it.' : `Did you mean ${quote(near)}?`}`,
    expected: near === null ? '' : quote(near),
    found: quote(name),
  }),
  'plan/missing-property': ({rule}: OfRule, {pointer}) => ({
    message: `${toFieldName(pointer)} is missing, but required for ${quote(rule)}.`,
    expected: 'a value',
  }),
  'plan/type': (
    {rule, expected, found}: OfRule & {expected: readonly string[]; found: unknown},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} is ${showValue(found)}, but ${quote(rule)} needs ${expected.join(' or ')}.`,
    expected: expected.join(' or '),
    found: showValue(found),
  }),
  'plan/unplanned-property': ({rule, found}: OfRule & {found: unknown}, {pointer}) => ({
    message: `${toFieldName(pointer)} is not planned for ${quote(rule)}. Add it to the plan or do not send it.`,
    found: showValue(found),
  }),
  'plan/value': (
    {rule, expected, found}: OfRule & {expected: readonly unknown[]; found: unknown},
    {pointer},
  ) => {
    const values = `${expected.slice(0, 20).map(showValue).join(', ')}${expected.length > 20 ? ', …' : ''}`;
    return {
      message: `${toFieldName(pointer)} is ${showValue(found)}, but ${quote(rule)} only allows ${values}.`,
      expected: values,
      found: showValue(found),
    };
  },
  'plan/pattern': ({rule, pattern, found}: OfRule & {pattern: string; found: unknown}, {pointer}) => ({
    message: `${toFieldName(pointer)} is ${showValue(found)}, which does not match the pattern ${quote(pattern)} for ${quote(rule)}.`,
    expected: quote(pattern),
    found: showValue(found),
  }),
  'plan/format': ({rule, format, found}: OfRule & {format: string; found: unknown}, {pointer}) => ({
    message: `${toFieldName(pointer)} is ${showValue(found)}, but ${quote(rule)} needs the format ${format}.`,
    expected: format,
    found: showValue(found),
  }),
  /** `keyword` as in JSON Schema: minimum, maxLength, minItems, multipleOf, … */
  'plan/range': (
    {rule, keyword, limit, found}: OfRule & {keyword: string; limit: number; found: unknown},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} is ${showValue(found)}, but ${quote(rule)} has ${keyword} ${limit}.`,
    expected: `${keyword} ${limit}`,
    found: showValue(found),
  }),
  /** `nearest`: the closest of several alternatives, by its violations. */
  'plan/other': (
    {rule, keyword, found, nearest}: OfRule & {keyword: string; found: unknown; nearest: readonly string[]},
    {pointer},
  ) => ({
    message: `${toFieldName(pointer)} does not meet the condition "${keyword}" for ${quote(rule)}.${describeNearest(nearest)}`,
    found: showValue(found),
  }),
  'plan/rule-skipped': ({rule, reason}: OfRule & {reason: SkipReason}, {pointer}) => ({
    message: `${pointer === '' ? quote(rule) : `${toFieldName(pointer)} of ${quote(rule)}`} was not checked completely: ${skipReasons[reason]}.`,
  }),
} as const satisfies Record<string, Describe>;
