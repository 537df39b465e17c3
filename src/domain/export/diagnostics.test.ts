import {expect, it} from 'vitest';
import {defaultSettings} from '../settings';
import {toDiagnostics} from './diagnostics';

const facts = {
  version: '0.1.0',
  browser: 'Firefox/145.0',
  capture: 'on',
  settings: defaultSettings,
  granted: ['https://secret-project.test/*', 'https://api.app.thrivestack.ai/*'],
  isRead: true,
  counts: {requests: 41, events: 1204, errors: 3, warnings: 7, dropped: 12},
};

it('says where the extension runs, and names no site', () => {
  expect(toDiagnostics(facts)).toBe(
    [
      'Track Inspector 0.1.0',
      '',
      '- Browser: Firefox/145.0',
      '- Background capture: on',
      '- Permissions: 2 patterns',
      '- Log: 41 requests, 1204 events, 3 errors, 7 warnings, 12 dropped',
      '- Settings that are not the defaults: none',
      '',
    ].join('\n'),
  );
  expect(toDiagnostics({...facts, granted: ['*://*/*']})).toContain('Permissions: all sites');
  expect(toDiagnostics({...facts, granted: ['https://a.test/*']})).toContain('Permissions: 1 pattern\n');
  expect(toDiagnostics({...facts, isRead: false})).toContain('- Log (still being read): 41 requests');
});

it('names settings that were changed, and no text of the user', () => {
  const text = toDiagnostics({
    ...facts,
    settings: {
      ...defaultSettings,
      rules: {'bad-email': 'off'},
      endpoints: [{host: 'secret-host.test', path: '/secret-path', protocol: 'thrivestack-track'}],
      capture: {...defaultSettings.capture, maxRequests: 77, hookedOrigins: ['https://secret-origin.test']},
      replay: {
        ...defaultSettings.replay,
        targets: [{name: 'secret-name', baseUrl: 'https://secret-target.test', production: true}],
      },
      panel: {...defaultSettings.panel, split: 0.5},
    },
  });
  expect(text).not.toContain('secret');
  for (const line of [
    'rules.bad-email: "off"',
    'endpoints: changed',
    'capture.maxRequests: 77',
    'capture.hookedOrigins: changed',
    'replay.targets: changed',
    'panel.split: 0.5',
  ]) {
    expect(text).toContain(`  - ${line}\n`);
  }
});
