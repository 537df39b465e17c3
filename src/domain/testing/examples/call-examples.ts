import type {callRules} from '../../verdict/rules/call-rules';
import {type Example, type RulePair, toExample} from './example';

/** A valid group call; examples change one field of it. */
export const validCall = {
  type: 'group',
  userId: 'user-1',
  groupId: 'account-1',
  traits: {name: 'Initech', plan: 'enterprise'},
  timestamp: '2026-04-30T07:08:47.079Z',
};

const addresses = {
  segment: 'https://api.segment.io/v1',
  journy: 'https://analyze.journy.io/backend/v1',
};

/** A body as Segment or journy.io receives it at this path. */
export function sent(
  shown: string,
  body: unknown,
  path = 'batch',
  vendor: keyof typeof addresses = 'segment',
): Example {
  return toExample(shown, () => ({
    url: `${addresses[vendor]}/${path}`,
    headers: {'Content-Type': 'application/json', Authorization: 'Basic key-1'},
    body: JSON.stringify(body),
  }));
}

/** A batch of one group call with these fields changed; undefined removes a field. */
export function call(
  changes: Record<string, unknown> = {},
  vendor: keyof typeof addresses = 'segment',
): Example {
  const body = {batch: [{...validCall, ...changes}]};
  return sent(JSON.stringify(body), body, 'batch', vendor);
}

const good = call();

export const callExamples: Record<keyof typeof callRules, RulePair> = {
  'body-not-call': {good, bad: sent(JSON.stringify([validCall]), [validCall])},
  'missing-call-type': {good, bad: call({type: undefined})},
  'unknown-call-type': {good, bad: call({type: 'Group'})},
  'conflicting-call-type': {
    good: sent(`${JSON.stringify(validCall)} to /v1/group`, validCall, 'group'),
    bad: sent(`${JSON.stringify(validCall)} to /v1/track`, validCall, 'track'),
  },
  'null-trait': {good: call({}, 'journy'), bad: call({traits: {plan: null}}, 'journy')},
  'conflicting-traits': {good, bad: call({traits: {name: 'Initech', Name: 'Initrode'}})},
};

/** A call of this size in bytes. */
export function paddedCall(bytes: number): Example {
  const size = JSON.stringify({...validCall, padding: ''}).length;
  const body = {batch: [{...validCall, padding: 'x'.repeat(bytes - size)}]};
  return sent(`a group call of ${bytes} bytes`, body);
}
