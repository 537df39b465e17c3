import {expect, it} from 'vitest';
import {toTable} from './to-table';

it('lines columns up under their headings', () => {
  expect(
    toTable([
      ['Event', 'Answer'],
      ['signed_up', '200'],
    ]),
  ).toBe(['Event       Answer', '──────────────────', 'signed_up   200'].join('\n'));
});
