import {
  type CapturedRequest,
  defaultSettings,
  github,
  json,
  judge,
  junit,
  markdown,
  requestFromParts,
} from '@track-inspector/core';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {describe, expect, it} from 'vitest';
import {stylish} from '../src/reporters/stylish';

const reporters = {stylish, json, junit, markdown, github};
const hostile = [
  'a\n::error::forged',
  '::set-output name=x::y',
  '\r\n##[group]x',
  '##vso[task.setvariable]x',
  'a\u001b[31mred\u009b31m\u0007',
  'a\u0000b\ud800c\uffff',
  '</failure><script>&"\'',
  'a | b `c` <img>',
  'a\u202eb\u2028::error::c',
  'a\u200bb\u00adc\ufeff',
  '100% a:b,c',
];

function judgeEvents(names: readonly string[]) {
  return judgeBody(names.map((name) => ({event_name: name, user_id: {[name]: name}, timestamp: name})));
}

function judgeBody(body: unknown) {
  const request = requestFromParts({
    id: 'request-1',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {'content-type': 'application/json', 'x-api-key': 'k'},
    body: JSON.stringify(body),
  });
  return judge([{request, file: 'a.har'}], {settings: defaultSettings, checkers: [], version: '1.0.0'});
}

it.each([
  ['stylish', stylish, 'event 2'],
  ['markdown', markdown, '`event 2`'],
])('%s counts the events of a batch from one, as the panel does', (_, reporter, place) => {
  const told = reporter(judgeBody([1, 2]), {quiet: false, colour: false});
  expect(told).toContain(place);
  expect(told).not.toContain('event 0');
});

const verdict = judgeEvents(hostile);
const options = {quiet: false, colour: false};

describe.each(Object.entries(reporters))('%s, of captured text that is hostile', (name, report) => {
  const text = report(verdict, options);

  it('has issues of it', () => {
    expect(verdict.summary.errors).toBeGreaterThanOrEqual(hostile.length);
    expect(text.length).toBeGreaterThan(100);
  });

  it('holds nothing that a terminal obeys, or that is not seen there', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });

  it('holds no command of a CI runner but its own', () => {
    expect(text).not.toMatch(/##\[|##vso\[/);
    const commands = text.split('\n').filter((line) => line.trimStart().startsWith('::'));
    if (name !== 'github') expect(commands).toEqual([]);
    else
      for (const line of commands) expect(line).toMatch(/^::(error|warning|notice) title=[a-z/-]+::[^:].*$/);
  });
});

describe('junit', () => {
  const text = junit(judgeEvents([...hostile, 'twice', 'twice']), options);
  const parser = new XMLParser({ignoreAttributes: false, isArray: (tag) => tag === 'testcase'});

  it('is XML with a case an event name, each once', () => {
    expect(XMLValidator.validate(text)).toBe(true);
    const {testsuites} = parser.parse(text);
    const cases: {'@_name': string; '@_classname': string; failure?: {'@_message': string}}[] =
      testsuites.testsuite.testcase;
    const names = cases.map((item) => `${item['@_classname']} ${item['@_name']}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(hostile.length + 2);
    expect(Number(testsuites['@_tests'])).toBe(cases.length);
    const failed = cases.filter(({failure}) => failure !== undefined);
    expect(Number(testsuites['@_failures'])).toBe(failed.length);
    for (const {failure} of failed) expect(failure?.['@_message']).not.toBe('');
  });
});

describe('junit, of a run that fails from a severity on', () => {
  const parser = new XMLParser({ignoreAttributes: false, isArray: (tag) => tag === 'testcase'});
  const mixed = judgeBody([
    {event_name: 'feature_used', user_id: 'u', timestamp: '2026-11-01T10:00:00.000Z', properties: {}},
    {event_name: 'signed_up', user_id: 7, timestamp: '2026-11-01T10:00:00.000Z', properties: {}},
  ]);
  const {errors, warnings} = mixed.summary;

  it.each<['error' | 'warning' | 'info', number]>([
    ['error', 1],
    ['warning', 2],
    ['info', 2],
  ])('%s: %i cases fail, and nothing worse than an info is lost', (failOn, failures) => {
    expect([errors, warnings > 0]).toEqual([1, true]);
    const text = junit(mixed, {...options, failOn});
    expect(XMLValidator.validate(text)).toBe(true);
    expect(Number(parser.parse(text).testsuites['@_failures'])).toBe(failures);
    const told = text.match(/(?:>|^)(?:error|warning) [a-z-]+ /gm) ?? [];
    expect(told).toHaveLength(errors + warnings);
  });
});

describe('junit, of bodies that could not be read', () => {
  const parser = new XMLParser({ignoreAttributes: false, isArray: (tag) => tag === 'testcase'});
  const judging = {settings: defaultSettings, checkers: [], version: '1.0.0'};
  it.each<[string, CapturedRequest['body'], 'error' | 'warning', string]>([
    ['broken', {kind: 'bytes', bytes: new TextEncoder().encode('[{')}, 'error', 'error'],
    ['not recorded', {kind: 'missing', reason: 'not-recorded'}, 'error', 'skipped'],
    ['not recorded, if that fails the run', {kind: 'missing', reason: 'not-recorded'}, 'warning', 'error'],
  ])('%s', (_name, body, failOn, expected) => {
    const request = requestFromParts({
      id: 'request-1',
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-api-key': 'k'},
      body: null,
    });
    const verdict = judge([{request: {...request, body}, file: 'a.har'}], judging);
    const text = junit(verdict, {...options, failOn});
    expect(XMLValidator.validate(text)).toBe(true);
    const {testsuite} = parser.parse(text).testsuites;
    const [item] = testsuite.testcase;
    const inside = expected === 'skipped' ? [expected, 'system-out'] : [expected];
    expect(Object.keys(item).filter((key) => !key.startsWith('@_'))).toEqual(inside);
    expect(testsuite['@_errors']).toBe(expected === 'error' ? '1' : '0');
    expect(testsuite['@_skipped']).toBe(expected === 'skipped' ? '1' : '0');
    expect(testsuite['@_failures']).toBe('0');
  });
});

describe('github', () => {
  it('has one annotation a rule and severity, and escapes as documented', () => {
    const lines = github(judgeEvents(['100% a:b,c', '100% a:b,c']), options)
      .trim()
      .split('\n');
    const heads = lines.map((line) => line.split('::')[1]);
    expect(new Set(heads).size).toBe(heads.length);
    expect(lines.join('')).toContain('100%25 a:b,c');
    expect(lines.join('')).toContain('more of this rule');
  });
});

describe('quiet', () => {
  it.each([
    ['warning', true],
    ['error', false],
    [undefined, false],
  ] as const)('JUnit fails what fails the run, also if it is no error: %s', (failOn, isFailed) => {
    const timestamp = '2026-11-01T10:00:00.000Z';
    const event = {event_name: 'signed_up', user_id: 'u-1', timestamp, context: {group_id: 'g-1'}};
    const warned = judgeBody([{...event, properties: {}}]);
    expect(warned.summary).toMatchObject({errors: 0, warnings: 2});
    const text = junit(warned, {...options, quiet: true, ...(failOn && {failOn})});
    expect(text.includes('<failure ')).toBe(isFailed);
    expect(text).not.toContain('<system-out>');
  });

  it.each(Object.entries(reporters))('%s lists only errors', (_name, report) => {
    const mixed = judgeEvents(['x']);
    const warning = mixed.requests.flatMap(({issues}) => issues).find(({severity}) => severity !== 'error');
    expect(warning).toBeDefined();
    expect(report(mixed, {...options, quiet: true})).not.toContain(warning?.message ?? '');
  });
});
