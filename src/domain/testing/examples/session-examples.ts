import type {sessionRules} from '../../verdict/rules/session-rules';
import {call, sent, validCall} from './call-examples';
import {body, type Example, type RulePair, toExample, validEvent} from './example';

/** A batch of events that differ from the valid one in these fields. */
function batch(...changes: readonly Record<string, unknown>[]): Example {
  return body(JSON.stringify(changes.map((change) => ({...validEvent, ...change}))));
}

/** The valid batch twice; the second time with this event, this number of seconds later. */
function again(shown: string, seconds: number, change: Record<string, unknown> = {}): Example {
  const startedAt = `2026-04-30T07:08:${48 + seconds}Z`;
  return toExample(
    shown,
    () => ({body: JSON.stringify([validEvent])}),
    () => ({startedAt, body: JSON.stringify([{...validEvent, ...change}])}),
  );
}

function calls(...changes: readonly Record<string, unknown>[]): Example {
  const whole = {batch: changes.map((change) => ({...validCall, ...change}))};
  return sent(JSON.stringify(whole), whole);
}

const later = {timestamp: '2026-04-30T07:08:47.500Z'};
const track = {type: 'track', event: 'Signed Up', groupId: undefined, traits: undefined};

export const sessionExamples: Record<keyof typeof sessionRules, RulePair> = {
  'duplicate-event': {good: batch({}, later), bad: batch({}, {})},
  'repeated-batch': {
    good: again('two batches, 1 s apart, with different events', 1, later),
    bad: again('the same batch twice, 1 s apart', 1),
  },
  'duplicate-message-id': {
    good: calls({messageId: 'm-1'}, {...track, messageId: 'm-2'}),
    bad: calls({messageId: 'm-1'}, {...track, messageId: 'm-1'}),
  },
  'user-switch': {good: batch({}, later), bad: batch({}, {...later, user_id: 'user-2'})},
  'clock-off': {good: batch({}), bad: batch({timestamp: '2026-04-27T07:08:47Z'})},
  'unknown-group': {
    good: calls({}, {...track, context: {groupId: 'account-1'}}),
    bad: call({...track, context: {groupId: 'account-1'}}),
  },
};
