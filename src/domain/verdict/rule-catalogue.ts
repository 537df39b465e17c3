import type {Rule} from './rule';
import {bodyRules} from './rules/body-rules';
import {callRules} from './rules/call-rules';
import {credentialRules} from './rules/credential-rules';
import {eventRules} from './rules/event-rules';
import {groupRules} from './rules/group-rules';
import {limitRules} from './rules/limit-rules';
import {serverRules} from './rules/server-rules';
import {sessionRules} from './rules/session-rules';
import {textRules} from './rules/text-rules';
import {timestampRules} from './rules/timestamp-rules';

/** Every rule, by its stable code. The checks, the settings page and RULES.md all read it from here. */
export const ruleCatalogue = {
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

export type RuleCode = keyof typeof ruleCatalogue;
