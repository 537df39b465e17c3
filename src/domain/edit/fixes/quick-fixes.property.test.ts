import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {callBody} from '../../testing/call-body';
import {findUnmended, findUnmendedKinds} from '../../testing/mend-body';
import {propertyOptions} from '../../testing/property-options';
import {trackBody} from '../../testing/track-body';
import {untouched} from '../../testing/untouched';

/** Fixes for calls of every vendor. */
const common = [
  'number-to-string',
  'remove-byte-order-mark',
  'remove-property',
  'remove-trailing-comma',
  'timestamp-assume-utc',
  'timestamp-day-first',
  'timestamp-from-epoch',
  'timestamp-now',
  'timestamp-to-utc',
  'timestamp-year-first',
];
const onlyOfTrackApi = [
  'add-group-id',
  'move-group-id',
  'rename-event-name',
  'rename-legacy-event',
  'string-to-number',
  'wrap-in-array',
];

describe.each([
  {
    vendor: 'the Track API',
    url: 'https://api.example.test/api/track',
    body: trackBody,
    codes: [...common, ...onlyOfTrackApi],
  },
  {vendor: 'Segment', url: 'https://api.segment.io/v1/batch', body: callBody, codes: common},
  {vendor: 'journy.io', url: 'https://analyze.journy.io/backend/v1/batch', body: callBody, codes: common},
])('every quick fix that is proposed for $vendor', ({url, body, codes}) => {
  it('ends its issue, brings no new error, and keeps what it does not name', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(body, (text) => {
        expect(findUnmended({url, text, untouched}, seen)).toEqual([]);
      }),
      propertyOptions(20_000),
    );
    expect([...seen].sort()).toEqual([...codes].sort());
  }, 600_000);

  it('does the same for all of its kind at once', () => {
    fc.assert(
      fc.property(body, (text) => {
        expect(findUnmendedKinds({url, text, untouched})).toEqual([]);
      }),
      propertyOptions(10_000),
    );
  }, 600_000);
});
