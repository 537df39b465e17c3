import type {BuiltInCode} from '../../verdict/rule-catalogue';
import {callExamples} from './call-examples';
import {eventExamples, groupExamples, timestampExamples} from './event-examples';
import type {RulePair} from './example';
import {bodyExamples, credentialExamples, limitExamples, serverExamples} from './request-examples';
import {sessionExamples} from './session-examples';
import {textExamples} from './text-examples';

/** One right and one wrong request for every rule. Separate from the catalogue, so that the panel does not contain them. */
export const ruleExamples: Record<BuiltInCode, RulePair> = {
  ...textExamples,
  ...bodyExamples,
  ...limitExamples,
  ...eventExamples,
  ...timestampExamples,
  ...groupExamples,
  ...callExamples,
  ...credentialExamples,
  ...serverExamples,
  ...sessionExamples,
};
