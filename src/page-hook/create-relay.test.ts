import {expect, it, vi} from 'vitest';
import {createRelay} from './create-relay';

it('passes reports on, parsed', () => {
  const pass = vi.fn();
  createRelay(pass, () => 0)('{"url":"https://a.test/"}');
  expect(pass).toHaveBeenCalledWith({url: 'https://a.test/'});
});

it.each([[undefined], [{url: 'x'}], ['no JSON'], ['"'.repeat(1_500_001)]])('drops %j', (detail) => {
  const pass = vi.fn();
  createRelay(pass, () => 0)(detail);
  expect(pass).not.toHaveBeenCalled();
});

it('passes on no more than a page may report', () => {
  const pass = vi.fn();
  const relay = createRelay(pass, () => 0);
  for (let index = 0; index < 40; index += 1) relay(JSON.stringify('x'.repeat(1_400_000)));
  expect(pass.mock.calls.length).toBeLessThan(10);
});

it('passes on fifty in a second and no more', () => {
  let now = 0;
  const pass = vi.fn();
  const relay = createRelay(pass, () => now);
  for (let index = 0; index < 80; index += 1) relay('1');
  expect(pass).toHaveBeenCalledTimes(50);
  now = 1_000;
  relay('1');
  expect(pass).toHaveBeenCalledTimes(51);
});
