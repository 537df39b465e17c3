import type {RuleCode} from '../rule-catalogue';
import {bodyWords} from './body-words';
import {callWords} from './call-words';
import {credentialWords} from './credential-words';
import {eventWords} from './event-words';
import {groupWords} from './group-words';
import {limitWords} from './limit-words';
import {planWords} from './plan-words';
import {serverWords} from './server-words';
import {sessionWords} from './session-words';
import {textWords} from './text-words';
import {timestampWords} from './timestamp-words';
import type {Describe, NoParams} from './wording';

/** The texts of all rules. A rule without texts is a type error here. */
export const words = {
  ...textWords,
  ...bodyWords,
  ...limitWords,
  ...eventWords,
  ...timestampWords,
  ...groupWords,
  ...callWords,
  ...credentialWords,
  ...serverWords,
  ...sessionWords,
  ...planWords,
} as const satisfies Record<RuleCode, Describe>;

/** The params of an issue of each rule, from which its text is made. */
export type RuleParams = {
  [Code in RuleCode]: (typeof words)[Code] extends () => unknown
    ? NoParams
    : Parameters<(typeof words)[Code]>[0];
};
