import {expect, it} from 'vitest';
import {isLocalOrigin} from './is-local-origin';

it.each([
  ...[
    'http://localhost:3000',
    'http://api.localhost',
    'http://127.0.0.1',
    'http://127.1.2.3:80',
    'http://[::1]:3000',
  ],
  ...[
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://172.31.255.1',
    'http://192.168.1.1',
    'http://169.254.1.1',
  ],
  ...[
    'http://[fd00::1]',
    'http://[fe80::1]',
    'http://nas.local',
    'https://api.example.test',
    'http://db.internal',
  ],
  ...['http://localhost.:3000', 'http://nas.local.', 'http://2130706433', 'http://0x7f.1', 'http://10.1'],
  ...['http://[::ffff:127.0.0.1]:3000', 'http://[::ffff:10.0.0.1]', 'http://[::ffff:c0a8:1]', 'http://[::]'],
])('%s is local', (origin) => {
  expect(isLocalOrigin(origin)).toBe(true);
});

it.each([
  ...[
    'https://api.app.thrivestack.ai',
    'http://172.32.0.1',
    'http://172.15.0.1',
    'http://11.0.0.1',
    'http://8.8.8.8',
  ],
  ...[
    'https://localhost.example.com',
    'https://test.com',
    'https://mylocal',
    'http://[2001:db8::1]',
    'nonsense',
  ],
  ...['http://[::ffff:8.8.8.8]', 'http://[64:ff9b::7f00:1]', 'http://[fd::1]', 'http://100.64.0.1'],
  ...['http://localhost.example.', 'http://x.localdomain', 'http://xn--mnchen-3ya.example'],
  ...['https://10.example.com', 'https://127.0.0.1.example.com'],
])('%s is not', (origin) => {
  expect(isLocalOrigin(origin)).toBe(false);
});
