import {expect, it} from 'vitest';
import {hasNoZone, toInstant} from './har-log';

const at = Date.UTC(2026, 10, 1, 10);
const zoneless = [
  '2026-11-01T10:00:00',
  '2026-11-01t10:00:00.000',
  '2026-11-01T10:00:00,000',
  ' 2026-11-01 10:00:00.000000 ',
  '+002026-11-01T10:00',
  '2026/11/01 10:00:00',
  '11/1/2026, 10:00:00 AM',
  'Sun, 01 Nov 2026 10:00:00',
  'Sun Nov  1 10:00:00 2026',
];
const zoned = [
  '2026-11-01T10:00:00Z',
  '2026-11-01 10:00:00z',
  '2026-11-01T15:30:00+05:30',
  '2026-11-01T05:00:00.000-0500',
  'Sun, 01 Nov 2026 10:00:00 GMT',
  'Sun Nov  1 05:00:00 EST 2026',
  'Sun Nov 01 2026 11:00:00 GMT+0100 (Central European Standard Time)',
  at,
  `${at}`,
];

it.each(zoneless)('a time of day without a zone is read as UTC: %j', (text) => {
  expect([hasNoZone(text), toInstant(text)]).toEqual([true, at]);
});

it.each(zoned)('a time with a zone is read in it: %j', (time) => {
  expect([hasNoZone(time), toInstant(time)]).toEqual([false, at]);
});

it.each(['2026-11-01', '2026', 'page 3', '10:00', '', null, undefined, {}, [], Number.NaN])(
  'without a time of day there is no zone to miss: %j',
  (value) => expect(hasNoZone(value)).toBe(false),
);
