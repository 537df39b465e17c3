import fc from 'fast-check';
import {expect, it} from 'vitest';
import {propertyOptions} from '../../../domain/testing/property-options';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection, anIssue} from '../test-support/an-inspection';
import {toListed, toLogEntry} from './log-entry';
import {packEntry, unpackEntry} from './pack-entry';

const text = fc.option(fc.constantFrom('', 'a', 'u-1', '0', 'track', 'bad-email'));

it('leaves every row as it was, whatever its events are', () => {
  const event = fc.record({
    type: fc.constantFrom('track', 'identify', null),
    name: text,
    user: text,
    group: text,
    severity: fc.constantFrom('error', 'warning', 'info', null),
  });
  fc.assert(
    fc.property(fc.array(event, {maxLength: 12}), (made) => {
      const events = made.map((parts, index) => anEvent({...parts, index}));
      const issues = made.flatMap(({severity}, at) => (severity ? [anIssue({event: at, severity})] : []));
      const entry = toListed(toLogEntry(aRequest(), anInspection({events, issues}), 0));
      expect(unpackEntry(structuredClone(packEntry(entry)))).toEqual(entry);
    }),
    propertyOptions(1_000),
  );
});

it('says what events have in common once', () => {
  const events = Array.from({length: 1_000}, (_, index) => anEvent({index}));
  const {events: packed} = packEntry(toLogEntry(aRequest(), anInspection({events}), 0));
  expect('values' in packed && packed.values).toHaveLength(6);
});
