import {expect, it} from 'vitest';
import {takeApartAddress} from './take-apart-address';

it.each([
  ['https://t.example.com/collect/events?v=1#top', 't.example.com', '/collect/events'],
  ['HTTP://T.example.com', 't.example.com', '/'],
  ['https://amy:geheim@t.example.com/collect', 't.example.com', '/collect'],
  ['http://localhost:9001/collect', 'localhost:9001', '/collect'],
  ['http://[::1]:9001/collect', '[::1]:9001', '/collect'],
  ['https://*.example.com/v1/*', '*.example.com', '/v1/*'],
  ['t.example.com/collect?v=1', 't.example.com', '/collect'],
  ['t.example.com?v=1', 't.example.com', '/'],
])('takes %s apart', (text, host, path) => {
  expect(takeApartAddress(text)).toEqual({host, path});
});

it.each(['', '*', 't.example.com', 'localhost:9001', '[::1]', 'https://', '/collect', 'a b/c'])(
  'leaves %j as it is',
  (text) => {
    expect(takeApartAddress(text)).toBeNull();
  },
);
