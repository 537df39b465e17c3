import type {eventRules} from '../../verdict/rules/event-rules';
import type {groupRules} from '../../verdict/rules/group-rules';
import type {timestampRules} from '../../verdict/rules/timestamp-rules';
import {event, type RulePair} from './example';

const good = event();

export const timestampExamples: Record<keyof typeof timestampRules, RulePair> = {
  'bad-timestamp': {good, bad: event({timestamp: '20-11-23T22:28:55.111Z'})},
  'missing-timestamp': {good, bad: event({timestamp: undefined})},
  'timestamp-not-utc': {
    good: event({timestamp: '2026-04-30T01:38:47Z'}),
    bad: event({timestamp: '2026-04-30T07:08:47+05:30'}),
  },
  'unusual-timestamp': {good, bad: event({timestamp: '20260430T070847Z'})},
  'implausible-timestamp': {good, bad: event({timestamp: '1970-01-01T00:00:00Z'})},
  'bad-date': {
    good: event({event_name: 'trial_started', properties: trial('2026-04-30T00:00:00Z')}),
    bad: event({event_name: 'trial_started', properties: trial('30/04/2026')}),
  },
};

function trial(start: string): Record<string, string> {
  return {trial_start_date: start, trial_end_date: '2026-05-14T00:00:00Z', trial_plan_name: 'Free'};
}

export const groupExamples: Record<keyof typeof groupRules, RulePair> = {
  'missing-group-id': {good, bad: event({context: {}})},
  'misplaced-group-id': {good, bad: event({context: {}, group_id: 'account-1'})},
  'conflicting-group-id': {good: event({group_id: 'account-1'}), bad: event({group_id: 'account-2'})},
};

const ofGroup = {enrichment_employees: 11, enrichment_tech: 'AI', enrichment_sector: 'Software'};

export const eventExamples: Record<keyof typeof eventRules, RulePair> = {
  'missing-event-name': {good, bad: event({event_name: ''})},
  'legacy-event-field': {good, bad: event({event_name: undefined, event: 'invite_sent'})},
  'unknown-event': {good, bad: event({event_name: 'report_exported'})},
  'near-miss-event-name': {good, bad: event({event_name: 'Invite_Sent'})},
  'mixed-up-event': {
    good: event({event_name: 'group_enriched', properties: ofGroup}),
    bad: event({event_name: 'user_enriched', properties: ofGroup}),
  },
  'missing-user-id': {good, bad: event({user_id: undefined})},
  'placeholder-id': {good, bad: event({user_id: 'undefined'})},
  'placeholder-name': {good, bad: event({event_name: '{{event}}'})},
  'wrong-type': {good, bad: event({properties: {invitee_email: 'amy@example.com', invitee_role: 3}})},
  'missing-property': {good, bad: event({properties: {}})},
  'unlisted-value': {
    good: event({event_name: 'feature_used', properties: {feature_name: 'export', feature_type: 'core'}}),
    bad: event({event_name: 'feature_used', properties: {feature_name: 'export', feature_type: 'huge'}}),
  },
  'bad-email': {good, bad: event({properties: {invitee_email: 'shawnankunding@opportunityspace,inc..com'}})},
};
