import {describe, expect, it} from 'vitest';
import {toExpectation} from '../plans/expectations/expectation';
import {defaultSettings, type Settings} from '../settings';
import {listSettingChanges} from './list-setting-changes';
import {readPlanExpectations, toPlanInFile} from './plan-in-file';
import {readSettingsFile} from './read-settings-file';
import {writeSettingsFile} from './write-settings-file';

const changed: Settings = {
  ...defaultSettings,
  rules: {'bad-timestamp': 'off'},
  endpoints: [{host: '*.example.com', path: '/collect/*', protocol: 'thrivestack-track'}],
  panel: {...defaultSettings.panel, split: 0.5, closedParts: ['context']},
};

function faultsOf(text: string) {
  const file = readSettingsFile(text);
  return file.ok ? [] : file.faults.map(({line, column, setting, text}) => [line, column, setting, text]);
}

describe('settings as a file', () => {
  it.each([
    ['the defaults', defaultSettings],
    ['changed ones', changed],
  ])('come back as they were written: %s', (_, settings) => {
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ok: true, settings, plans: [], mask: []});
  });

  it('name only the sections that are not the defaults', () => {
    expect(writeSettingsFile(defaultSettings)).toBe('{}\n');
    expect(Object.keys(JSON.parse(writeSettingsFile(changed)))).toEqual(['rules', 'endpoints', 'panel']);
  });

  it('may be the configuration of the command line, with a byte order mark', () => {
    const text =
      '\uFEFF{"$schema": "x", "plans": ["plan.json"], "mask": ["/a"], "rules": {"bad-email": "off"}}';
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      settings: {...defaultSettings, rules: {'bad-email': 'off'}},
      plans: ['plan.json'],
      mask: ['/a'],
    });
  });

  it('bring tracking plans along, with what is kept with them', () => {
    const never = toExpectation({kind: 'never', event: 'A', pages: null});
    const plan = {
      title: 'P',
      files: [{name: 'p.json', text: '{"events": {}}'}],
      isOn: false,
      hosts: ['a.example'],
      protocols: ['thrivestack-track' as const],
      expectations: [never],
    };
    const file = readSettingsFile(writeSettingsFile(changed, [toPlanInFile(plan)]));
    if (!file.ok) throw new Error('The file is faulty.');
    const [read] = file.plans;
    if (typeof read !== 'object') throw new Error('The plan is not in the file.');
    expect([file.settings, readPlanExpectations(read)]).toEqual([changed, [never]]);
    expect(read).toMatchObject({title: 'P', files: plan.files, isOn: false, hosts: ['a.example']});
  });

  it('say which plan is none', () => {
    expect(faultsOf('{"plans": ["a.json",\n {"files": "x"}]}')).toEqual([
      [2, 2, 'plans.1', 'This value is not valid here.'],
    ]);
  });

  const unknown = 'There is no setting with this name.';
  it.each([
    ['{"rules": }', [[1, 11, '', 'This is not valid JSON: a JSON value is expected here.']]],
    ['[]', [[1, 1, '', 'This file is not a JSON object of settings.']]],
    ['{\n  "rulez": {}\n}', [[2, 3, 'rulez', unknown]]],
    ['{"rules": {"bad-tiem": "off"}}', [[1, 12, 'rules.bad-tiem', 'There is no rule with this code.']]],
    [
      '{"capture":\n {"maxRequests": "many"},\n "panel": {"split": 7}}',
      [
        [2, 3, 'capture.maxRequests', 'This value is not valid here. Use a number.'],
        [3, 12, 'panel.split', 'This value is not valid here. Use 0.9 or less.'],
      ],
    ],
    ['{"capture": {"maxRequest": 5}}', [[1, 14, 'capture.maxRequest', unknown]]],
    [
      '{"replay": {"targets": [{"name": "a", "baseUrl": "https://a.test", "prod": true}]},\n"panel": {"splt": 0.5}}',
      [
        [1, 68, 'replay.targets.0.prod', unknown],
        [2, 11, 'panel.splt', unknown],
      ],
    ],
    [
      '{"plans": ["a", {"files": [{"name": "a", "text": "b", "txt": 1}]}]}',
      [[1, 55, 'plans.1.files.0.txt', unknown]],
    ],
    [
      '{"plans": [{"files": [{"name": "a", "text": "b"}], "expectations":\n[{"kind": "never", "event": "a"},\n {"kind": "sometimes"}]}]}',
      [[3, 2, 'plans.0.expectations.1', 'This is not a valid expectation.']],
    ],
  ])('say what is wrong and where: %s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    ['{"rules": {"bad-email": "loud"}}', 'Use "error", "warning", "info", "off".'],
    ['{"rules": []}', 'Use an object in braces.'],
    ['{"endpoints": {}}', 'Use a list in square brackets.'],
    [
      '{"endpoints": [{"host": "a b", "path": "/", "protocol": "segment"}]}',
      'Use a host, such as "*.example.com".',
    ],
    [
      '{"endpoints": [{"host": "a", "path": "b", "protocol": "segment"}]}',
      'Use a path that starts with "/".',
    ],
    ['{"capture": {"maxRequests": 1.5}}', 'Use a whole number.'],
    ['{"capture": {"maxRequests": 1}}', 'Use 10 or more.'],
    ['{"panel": {"recording": "yes"}}', 'Use true or false.'],
    ['{"replay": {"targets": [{"name": "", "baseUrl": "https://a.test"}]}}', 'Use at least one character.'],
    [
      '{"replay": {"targets": [{"name": "a", "baseUrl": "a.test"}]}}',
      'Use an address without a path, such as "https://staging.example.com".',
    ],
    [
      '{"replay": {"targets": [{"name": "a", "baseUrl": "https://a.test", "testHeader": "a b"}]}}',
      'Use a header, such as "X-Test: 1".',
    ],
    ['{"mask": ["price"]}', 'Use a JSON Pointer, such as "/properties/price".'],
  ])('say what may be there instead: %s', (text, told) => {
    expect(faultsOf(text).map(([, , , sentence]) => sentence)).toEqual([
      `This value is not valid here. ${told}`,
    ]);
  });

  it('of which more is wrong than the stack holds are refused', () => {
    // The test workers have a stack of 4 MB.
    expect(faultsOf(JSON.stringify({mask: Array(700_000).fill('a')}))).not.toEqual([]);
  }, 120_000);

  it('are compared setting by setting', () => {
    expect(listSettingChanges(defaultSettings, changed)).toEqual([
      {setting: 'rules.bad-timestamp', before: null, after: '"off"'},
      {setting: 'endpoints.0', before: null, after: expect.stringContaining('*.example.com')},
      {setting: 'panel.split', before: '0.4', after: '0.5'},
      {setting: 'panel.closedParts.0', before: null, after: '"context"'},
    ]);
  });
});
