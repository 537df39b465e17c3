import {expect, it} from 'vitest';
import {maskProperty} from './mask-property';

function valuesOf(name: string, ...values: (string | number)[]): string[] {
  const counts = new Map(values.map((value) => [JSON.stringify(value), 1]));
  const {values: masked} = maskProperty({
    name,
    sent: values.length,
    types: new Map(),
    values: counts,
    hasMore: false,
    planned: null,
  });
  return [...masked].map(([value, count]) => `${value} ×${count}`);
}

const token = 'sk_live_51Hq0fkeJw9aVd3xQmN7bT2p';

it('shows no value of a property that is a credential by its name', () => {
  expect(valuesOf('password', 'secret-santa', 'swordfish')).toEqual(['"MASKED" ×2']);
});

it('shows how many there were, which is no credential', () => {
  expect(valuesOf('tokens', 1500, 'a1')).toEqual(['1500 ×1', '"MASKED" ×1']);
});

it('shows no token, whatever it is called, and all other values', () => {
  expect(valuesOf('note', token).join()).not.toContain(token);
  expect(valuesOf('plan', 'free', 'pro')).toEqual(['"free" ×1', '"pro" ×1']);
});
