import type {Rule} from './rule';
import {bodyRules} from './rules/body-rules';
import {callRules} from './rules/call-rules';
import {credentialRules} from './rules/credential-rules';
import {eventRules} from './rules/event-rules';
import {groupRules} from './rules/group-rules';
import {limitRules} from './rules/limit-rules';
import {planRules} from './rules/plan-rules';
import {serverRules} from './rules/server-rules';
import {sessionRules} from './rules/session-rules';
import {textRules} from './rules/text-rules';
import {timestampRules} from './rules/timestamp-rules';

/** The rules that do not need a tracking plan. */
export const builtInRules = {
  ...textRules,
  ...bodyRules,
  ...limitRules,
  ...eventRules,
  ...timestampRules,
  ...groupRules,
  ...callRules,
  ...credentialRules,
  ...serverRules,
  ...sessionRules,
} as const satisfies Record<string, Rule>;

/** All rules, by their stable code. The checks, the settings page and RULES.md read them from here. */
export const ruleCatalogue = {...builtInRules, ...planRules} as const satisfies Record<RuleCode, Rule>;

export type BuiltInCode = keyof typeof builtInRules;

/** The rules for comparing an event with a tracking plan. */
export type PlanCode =
  | 'unplanned-event'
  | 'missing-property'
  | 'type'
  | 'unplanned-property'
  | 'value'
  | 'pattern'
  | 'format'
  | 'range'
  | 'other'
  | 'rule-skipped';

export type RuleCode = BuiltInCode | `plan/${PlanCode}`;
