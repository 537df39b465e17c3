import {describe, expect, it} from 'vitest';
import {applyEdits} from '../../json/edit/edit-text';
import type {EventContext} from '../find-holder';
import {markEvents} from './mark-events';

const property = {name: 'is_test', text: 'true'};
const track = {protocol: 'thrivestack-track', url: 'https://api.example.test/api/track'} as const;
const segment = {protocol: 'segment', url: 'https://api.segment.io/v1/b'} as const;
const odd = '"n":12345678901234567890,"n":1e400,"n":-0,"z":"\\u00e4"';

function mark(text: string, context: EventContext) {
  const marks = markEvents(text, property, context);
  if (marks === null) return null;
  const {edits, ...counts} = marks;
  return [applyEdits(text, edits), counts] as const;
}

describe('markEvents', () => {
  it.each([
    [
      'an array, every other token as it was',
      `\uFEFF[ {"event_name":"a","properties":{${odd}},${odd}} ,\r\n{"properties":{},"b":1}]`,
      track,
      `\uFEFF[ {"event_name":"a","properties":{${odd},"is_test":true},${odd}} ,\r\n{"properties":{"is_test":true},"b":1}]`,
    ],
    [
      'an event by itself that has no properties yet',
      '{"event_name":"a"}',
      track,
      '{"event_name":"a","properties":{"is_test": true}}',
    ],
    [
      'a track event, whatever its type says',
      '[{"type":"group","properties":{"a":1}}]',
      track,
      '[{"type":"group","properties":{"a":1,"is_test":true}}]',
    ],
    [
      'calls in an envelope, each where its type keeps what is its own',
      '{"batch":[{"type":"track","properties":{"a":1}},{"type":"group","traits":{"a":1}},{"type":"identify","traits":{"a":1}},{"type":"alias","context":{"a":1}},{"type":"page","properties":{"a":1}}],"writeKey":"k"}',
      segment,
      '{"batch":[{"type":"track","properties":{"a":1,"is_test":true}},{"type":"group","traits":{"a":1,"is_test":true}},{"type":"identify","traits":{"a":1,"is_test":true}},{"type":"alias","context":{"a":1,"is_test":true}},{"type":"page","properties":{"a":1,"is_test":true}}],"writeKey":"k"}',
    ],
    [
      'a call whose type only the path says',
      '{"groupId":"g","traits":{"a":1}}',
      {protocol: 'segment', url: 'https://api.segment.io/v1/group'} as const,
      '{"groupId":"g","traits":{"a":1,"is_test":true}}',
    ],
    [
      'of a key that stands twice, the one that counts',
      '[{"properties":{"a":1},"properties":{"b":1}}]',
      track,
      '[{"properties":{"a":1},"properties":{"b":1,"is_test":true}}]',
    ],
  ])('marks %s', (_, text, context, marked) => {
    expect(mark(text, context)).toEqual([marked, {kept: 0, unmarked: 0}]);
  });

  it('keeps the value that an event has, and tells what it could not mark', () => {
    const text =
      '[{"properties":{"is_test":false}},{"properties":"p"},{"properties":null},3,{"properties":{}}]';
    expect(mark(text, track)).toEqual([
      '[{"properties":{"is_test":false}},{"properties":"p"},{"properties":null},3,{"properties":{"is_test":true}}]',
      {kept: 1, unmarked: 3},
    ]);
  });

  it('marks nothing twice', () => {
    const [once = ''] = mark('[{"properties":{"a":1}}]', track) ?? [];
    expect(mark(once, track)).toEqual([once, {kept: 1, unmarked: 0}]);
  });

  it.each(['[{"a":1},]', 'a=b', '3', ''])('has nothing to mark in %j', (text) => {
    expect(mark(text, track)).toBeNull();
  });
});
