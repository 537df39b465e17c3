import {chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {
  createValidator,
  defaultSettings,
  describeIssue,
  importHarFile,
  inspectRequest,
  inspectSession,
  inspectText,
  ruleCatalogue,
} from '@track-inspector/core';
import {zipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import * as z from 'zod/mini';
import {installPacked, type Packed} from '../../../e2e/packages/install-packed';

const producers = fileURLToPath(new URL('../../../src/domain/har/producers', import.meta.url));
const event = {
  event_name: 'feature_used',
  user_id: 'u-1',
  timestamp: '2026-11-01T10:00:00.000Z',
  properties: {feature_name: 'export'},
  context: {group_id: 'g-1'},
};
const track = 'https://api.app.thrivestack.ai/api/track';

let packed: Packed;
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(packed.folder, name), text);
const toLine = (body: unknown, more: object = {}) =>
  `${JSON.stringify({url: track, headers: {'content-type': 'application/json', 'x-api-key': 'sekret-key-1'}, body: typeof body === 'string' ? body : JSON.stringify(body), ...more})}\n`;

beforeAll(async () => {
  packed = await installPacked();
  copyFileSync(join(producers, 'chrome.har'), join(packed.folder, 'chrome.har'));
  write('clean.ndjson', toLine([event]));
  write('bad.ndjson', toLine([{...event, user_id: 7}]));
  write('foreign.ndjson', toLine([event], {url: 'https://example.com/'}));
}, 600_000);

afterAll(() => rmSync(packed.folder, {recursive: true}));

it('starts without what takes long and only another command or reader needs', () => {
  const program = join(packed.folder, 'node_modules', 'track-inspector', 'dist', 'track-inspector.js');
  const text = readFileSync(program, 'utf8');
  expect(text.match(/^import .*"node:(?:child_process|http|readline)".*/gm)).toBeNull();
  // The first formatter of a process takes 15 to 25 ms, as long as the rest of the start.
  expect(text.match(/^(?:var|let|const) .*new Intl\..*/gm)).toBeNull();
});

const verdictSchema = z.looseObject({
  requests: z.array(
    z.looseObject({
      id: z.string(),
      file: z.string(),
      url: z.string(),
      protocol: z.string(),
      issues: z.array(z.looseObject({code: z.string(), severity: z.string()})),
    }),
  ),
  session: z.array(z.looseObject({code: z.string()})),
});

function judgeAsJson(args: readonly string[], input?: string) {
  const {out} = packed.run(['check', ...args, '--format', 'json', '--allow-empty'], input);
  return verdictSchema.parse(JSON.parse(out));
}

const protocolOf = (args: readonly string[]) => judgeAsJson(args).requests[0]?.protocol;

describe('the packed command line', () => {
  it.each<[number, readonly string[], RegExp]>([
    [0, ['clean.ndjson'], /^$/],
    [1, ['bad.ndjson'], /^$/],
    [1, ['*.ndjson'], /^$/],
    [2, ['nothing-*.har'], /no file matches/],
    [2, ['missing.har'], /file not found/],
    [2, ['foreign.ndjson'], /No analytics request/],
    [0, ['foreign.ndjson', '--allow-empty'], /^$/],
    [0, ['--allow-empty', 'foreign.ndjson'], /^$/],
    [1, ['--quiet', '--', 'bad.ndjson'], /^$/],
    [2, [], /Name a file/],
    [2, ['clean.ndjson', '--format', 'xml'], /--format xml is not known/],
    [2, ['clean.ndjson', '--format', 'json=a.txt,junit=a.txt'], /two formats cannot be written to a\.txt/],
    [2, ['clean.ndjson', '--format', 'json=a.txt,junit=./a.txt'], /cannot be written to \.\/a\.txt/],
    [2, ['clean.ndjson', '--fail-on', 'never'], /--fail-on never is not known/],
    [2, ['clean.ndjson', '--max-warnings', 'x'], /--max-warnings is not valid/],
    [2, ['clean.ndjson', '--max-warnings', '-1'], /--max-warnings is not a valid number: use 0 or more/],
    [2, ['clean.ndjson', '--max-warnings', ''], /--max-warnings is not valid/],
    [2, ['clean.ndjson', '--fail-on', 'error', '--fail-on', 'info'], /--fail-on can only be given once/],
    [2, ['clean.ndjson', '--wrong-one'], /Unknown option `--wrong-one`/],
    [2, ['clean.ndjson', '--plan', ''], /--plan needs the name of a file/],
    [2, ['clean.ndjson', '--config='], /--config needs the name of a file/],
    [2, [''], /Name a file/],
    [2, ['.'], /\.: this is a folder\. Name its files, for example "\*\.har"/],
    [2, ['clean.ndjson', '--plan', 'nowhere.json'], /this plan cannot be read/],
    [2, ['clean.ndjson', '--plan', 'package.json'], /^track-inspector: package\.json is not a tracking plan/],
    [
      2,
      ['clean.ndjson', '--plan', './package.json'],
      /^track-inspector: \.\/package\.json is not a tracking plan/,
    ],
    [2, ['package.json'], /body without an address/],
    [2, ['package.json', '--url', 'api/track'], /--url is not valid/],
  ])('exits with %i for check %j', (code, args, told) => {
    const ran = packed.run(['check', ...args]);
    expect(ran.err).toMatch(told);
    expect(ran.code).toBe(code);
    if (code === 2) expect(ran.out).toBe('');
  });

  it.each([
    [['--version'], /^track-inspector\/\d/],
    [['check', 'bad.ndjson', '--version'], /^track-inspector\/\d/],
    [['check', 'bad.ndjson', '--help'], /--fail-on <severity>/],
  ])('says what %j asks for, and checks nothing', (args, told) => {
    expect(packed.run(args)).toEqual({code: 0, out: expect.stringMatching(told), err: ''});
  });

  it.each<[number, string, readonly string[], RegExp]>([
    [2, 'unrecorded.har', [], /No body of an analytics request could be read/],
    [1, 'unrecorded.har', ['--fail-on', 'incomplete'], /^$/],
    [1, 'unrecorded.har', ['--fail-on', 'warning'], /^$/],
    [0, 'unrecorded.har', ['--allow-empty'], /^$/],
    [0, 'partly.har', [], /^$/],
    [1, 'partly.har', ['--fail-on', 'incomplete'], /^$/],
    [0, 'clean.ndjson', ['--fail-on', 'incomplete'], /^$/],
  ])('exits with %i for a recording without bodies: %s %j', (code, file, args, told) => {
    const headers = [
      {name: 'Content-Type', value: 'application/json'},
      {name: 'X-Api-Key', value: 'key'},
    ];
    const request = {method: 'POST', url: track, headers, bodySize: 20};
    const lost = {request, response: {status: 200}};
    const kept = {...lost, request: {...request, postData: {text: JSON.stringify([event])}}};
    write('unrecorded.har', JSON.stringify({log: {entries: [lost, lost]}}));
    write('partly.har', JSON.stringify({log: {entries: [lost, kept]}}));
    const junit = packed.run(['check', file, '--format', 'junit', ...args]);
    expect(junit.err).toMatch(told);
    expect(junit.code).toBe(code);
    expect(/<(?:failure|error) /.test(junit.out)).toBe(code === 1);
    expect(junit.out.includes('<skipped ')).toBe(code !== 1 && file !== 'clean.ndjson');
    const plan = JSON.stringify({title: 'P', events: {[event.event_name]: {type: 'object'}}});
    write('any-plan.json', plan);
    const allowed = args.includes('--allow-empty') ? args : [];
    const {code: ofCoverage} = packed.run(['coverage', file, '--plan', 'any-plan.json', ...allowed]);
    expect(ofCoverage).toBe(file === 'unrecorded.har' && allowed.length === 0 ? 2 : 0);
  });

  it('reads a HAR as the panel does: the same verdicts, field by field', () => {
    const {requests, session} = judgeAsJson(['chrome.har']);
    let count = 0;
    const bytes = readFileSync(join(producers, 'chrome.har'));
    const newId = () => `request-${++count}`;
    const captured = importHarFile(bytes, {settings: defaultSettings, tabId: 1, newId}).requests;
    const inspections = captured.map((request) => inspectRequest(request));
    const toFields = (issue: (typeof inspections)[number]['issues'][number]) => ({
      code: issue.code,
      severity: issue.severity,
      event: issue.event,
      pointer: issue.pointer,
      ...describeIssue(issue),
    });
    expect(requests.length).toBeGreaterThan(0);
    expect(requests).toMatchObject(
      inspections.map((inspection, index) => ({
        id: inspection.requestId,
        protocol: inspection.protocol,
        sentAt: inspection.sentAt,
        decoded: inspection.decoded,
        events: inspection.events.map(({index: at, type, name, pointer}) => ({
          index: at,
          type,
          name,
          pointer,
        })),
        issues: [
          ...inspection.issues,
          ...(captured[index] ? inspectText(captured[index], inspection) : []),
        ].map(toFields),
      })),
    );
    expect(session).toMatchObject(inspectSession(inspections).map(toFields));
  });

  it('reads the same from a .har.zip, from cURL text, from standard input and from a body', () => {
    write('packed.har.zip', zipSync({'a.har': readFileSync(join(producers, 'chrome.har'))}));
    const ofHar = judgeAsJson(['chrome.har']).requests;
    expect(judgeAsJson(['packed.har.zip']).requests).toEqual(
      ofHar.map((request) => ({...request, file: 'packed.har.zip'})),
    );
    const body = JSON.stringify([{...event, user_id: 7}]);
    write(
      'request.txt',
      `curl '${track}' -H 'content-type: application/json' -H 'x-api-key: k' -d '${body}'`,
    );
    write('body.json', body);
    const codes = (args: string[], input?: string) =>
      judgeAsJson(args, input).requests.map(({issues}) => issues.map(({code}) => code));
    expect(codes(['request.txt'])).toEqual([['wrong-type']]);
    expect(codes(['body.json', '--url', track])).toEqual([['wrong-type']]);
    expect(codes(['-'], readFileSync(join(packed.folder, 'bad.ndjson'), 'utf8'))).toEqual([['wrong-type']]);
  });

  it('reads recordings of all producers, each to its requests', () => {
    const names = readdirSync(producers).filter((name) => name.endsWith('.har'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) copyFileSync(join(producers, name), join(packed.folder, `of-${name}`));
    const {requests} = judgeAsJson(['of-*.har']);
    expect([...new Set(requests.map(({file}) => file))]).toEqual(names.map((name) => `of-${name}`).sort());
    for (const {protocol} of requests) expect(protocol).not.toBe('');
  });

  it.each([
    ['cut.har', '{"log": {"entries": [{"request": ', /not a HAR file: it is cut off/],
    ['none.har', '{"log": {}}', /not a HAR file/],
    ['broken.har', '{"log": {"entries": [{"a": tru}]}}', /entry 1 is not valid JSON/],
    ['empty.har', '', /not a HAR file/],
  ])('refuses %s with a reason', (name, text, told) => {
    write(name, text);
    const ran = packed.run(['check', name]);
    rmSync(join(packed.folder, name));
    expect(ran).toMatchObject({code: 2, out: '', err: expect.stringMatching(told)});
  });

  it.skipIf(process.platform === 'win32')('ends in peace where its reader ends first', () => {
    write('many.ndjson', toLine([{...event, user_id: 7}]).repeat(500));
    const ran = packed.shell('track-inspector check many.ndjson --format json | head -1');
    rmSync(join(packed.folder, 'many.ndjson'));
    expect(ran).toEqual({code: 0, out: '{\n', err: ''});
  });

  it('reads a file that is named twice once', () => {
    const names = ['bad.ndjson', './bad.ndjson', 'b?d.ndjson', join(packed.folder, 'bad.ndjson')];
    expect(judgeAsJson(names).requests).toMatchObject([{file: 'bad.ndjson'}]);
  });

  it.skipIf(process.platform === 'win32')('reads the output of a command', () => {
    const ran = packed.shell(`bash -c 'track-inspector check <(cat bad.ndjson) --quiet'`);
    expect(ran).toMatchObject({code: 1, err: '', out: expect.stringContaining('wrong-type')});
  });

  it('reads a plan of several files from their folder', () => {
    mkdirSync(join(packed.folder, 'tracking/events'), {recursive: true});
    mkdirSync(join(packed.folder, 'tracking/.git'), {recursive: true});
    write('tracking/.git/index', 'not a plan');
    const toFile = (kind: string, name: string, spec: object) =>
      JSON.stringify({version: 'rudder/v1', kind, metadata: {name}, spec});
    const id = 'feature_used';
    const rules = [
      {type: 'event_rule', event: `#event:${id}`, properties: [{property: '#property:p', required: true}]},
    ];
    write('tracking/plan.yaml', toFile('tracking-plan', 'plan', {id: 'tp', display_name: 'TP', rules}));
    write(
      'tracking/properties.yaml',
      toFile('properties', 'p', {properties: [{id: 'p', name: 'place', type: 'string'}]}),
    );
    write('tracking/events/all.yaml', toFile('events', 'e', {events: [{id, name: id, event_type: 'track'}]}));
    const codes = judgeAsJson(['clean.ndjson', '--plan', 'tracking']).requests[0]?.issues.map(
      ({code}) => code,
    );
    expect(codes).toContain('plan/missing-property');
    expect(packed.run(['check', 'clean.ndjson', '--plan', 'tracking']).err).toBe('');
    mkdirSync(join(packed.folder, 'tracking/none'));
    const ran = packed.run(['check', 'clean.ndjson', '--plan', 'tracking/none']);
    expect(ran).toMatchObject({
      code: 2,
      err: expect.stringContaining('tracking/none: this plan cannot be read'),
    });
  });

  it('says that a file is empty', () => {
    write('nothing.json', ' \n');
    const ran = packed.run(['check', 'nothing.json']);
    expect(ran).toMatchObject({
      code: 2,
      out: '',
      err: 'track-inspector: nothing.json: this file is empty.\n',
    });
  });

  it('reads recordings, plans and settings as Windows PowerShell writes them', () => {
    const toUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const schema = {type: 'object', required: ['plan']};
    write('wide.ndjson', toUtf16(toLine([event])));
    write('wide-plan.json', toUtf16(JSON.stringify({title: 'P', events: {feature_used: schema}})));
    write('wide-config.json', toUtf16(JSON.stringify({rules: {'plan/missing-property': 'info'}})));
    const args = ['wide.ndjson', '--plan', 'wide-plan.json', '--config', 'wide-config.json'];
    expect(judgeAsJson(args).requests[0]?.issues).toMatchObject([
      {code: 'plan/missing-property', severity: 'info'},
    ]);
  });

  it.skipIf(process.platform !== 'linux').each([
    [
      2,
      'track-inspector check bad.ndjson > /dev/full',
      /^track-inspector: standard output cannot be written/,
    ],
    [2, 'track-inspector rules > /dev/full', /^track-inspector: standard output cannot be written/],
    [1, 'track-inspector check bad.ndjson 2> /dev/full', /^$/],
    [2, 'track-inspector check none.har 2> /dev/full', /^$/],
    [2, 'track-inspector check bad.ndjson --format json=/dev/full', /^track-inspector: .* cannot be written/],
  ])('exits with %i where nothing more can be written: %s', (code, line, told) => {
    const ran = packed.shell(line);
    expect(ran.err).toMatch(told);
    expect(ran.err).not.toContain('    at ');
    expect(ran.code).toBe(code);
  });

  it('takes severities and endpoints from the config', () => {
    const config = {
      $schema: './schema.json',
      rules: {'wrong-type': 'off'},
      endpoints: [{host: 'example.com', path: '/', protocol: protocolOf(['clean.ndjson'])}],
    };
    write('quiet.json', JSON.stringify(config));
    expect(packed.run(['check', 'bad.ndjson', '--config', 'quiet.json']).code).toBe(0);
    expect(judgeAsJson(['foreign.ndjson', '--config', 'quiet.json']).requests).toHaveLength(1);
    write('wrong.json', JSON.stringify({rules: {'no-such-rule': 'off'}}));
    expect(packed.run(['check', 'bad.ndjson', '--config', 'wrong.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('wrong.json:1:11: rules.no-such-rule: There is no rule with this code.'),
    });
  });

  it('writes several formats at once, and JSON that its schema accepts', () => {
    const schema = JSON.parse(
      readFileSync(join(packed.folder, 'node_modules/track-inspector/schema/verdict.json'), 'utf8'),
    );
    const formats = 'stylish,json=out.json,junit=out.xml,markdown=out.md';
    const {out} = packed.run(['check', 'bad.ndjson', 'chrome.har', '--format', formats]);
    expect(out).toContain('wrong-type');
    const compiled = createValidator().compile(schema, '2020-12');
    const read = JSON.parse(readFileSync(join(packed.folder, 'out.json'), 'utf8'));
    expect(compiled.problems).toEqual([]);
    expect(compiled.check(read).violations).toEqual([]);
    expect(compiled.check({...read, schemaVersion: 2}).violations).not.toEqual([]);
    expect(readFileSync(join(packed.folder, 'out.xml'), 'utf8')).toMatch(/^<\?xml .*\n<testsuites tests=/);
    expect(readFileSync(join(packed.folder, 'out.md'), 'utf8')).toContain('| error | `wrong-type`');
  });

  it('shows no credential in any format', () => {
    const body = {
      writeKey: 'sekret-key-2',
      batch: [{type: 'track', userId: 'u', event: 'sekret-key-2 seen', timestamp: 'sekret-key-2'}],
    };
    const url = 'https://api.segment.io/v1/batch?token=sekret-key-3';
    const headers = {authorization: 'Basic sekret-key-4'};
    const line = toLine(body, {url, headers});
    for (const format of ['stylish', 'json', 'junit', 'markdown', 'github']) {
      const {out, err} = packed.run(['check', '-', '--format', format], line);
      expect(out).not.toBe('');
      expect(out + err).not.toContain('sekret-key');
    }
  });

  it('lists and explains the rules of the catalogue', () => {
    const {out} = packed.run(['rules']);
    expect(out.trim().split('\n')).toHaveLength(Object.keys(ruleCatalogue).length);
    const explained = packed.run(['explain', 'wrong-type']);
    expect(explained).toMatchObject({
      code: 0,
      out: expect.stringContaining(ruleCatalogue['wrong-type'].reason),
    });
    expect(packed.run(['explain', 'nothing']).code).toBe(2);
  });

  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const commands = [...readme.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );

  const examples = [...readme.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);

  it.each(examples)('takes the file that its page shows: %s', (text) => {
    write('example.json', text);
    write('plan.json', JSON.stringify({events: {feature_used: {type: 'object'}}}));
    const isPlan = 'events' in JSON.parse(text);
    const ran = packed.run([
      ...(isPlan ? ['coverage', '--plan'] : ['check', '--config']),
      'example.json',
      'clean.ndjson',
    ]);
    expect(ran.err).toBe('');
    if (!isPlan) expect(ran.code).toBe(0);
    else if ('expectations' in JSON.parse(text))
      expect(ran.out).toContain('signed_up is followed by onboarding_completed within 60 s');
    else expect(ran.out).toContain('1 of 3 planned events were seen.');
  });

  it.each(commands)('runs what its page says: %s', (command) => {
    write('session.har', readFileSync(join(producers, 'chrome.har')));
    write('requests.ndjson', toLine([event]));
    write('body.json', JSON.stringify([event]));
    write('track-inspector.config.json', JSON.stringify({rules: {'unknown-event': 'off'}}));
    const schema = {type: 'object', properties: {properties: {type: 'object'}}};
    const rules = {events: [{name: 'feature_used', rules: schema}]};
    write('plan.json', JSON.stringify({display_name: 'Plan', rules}));
    mkdirSync(join(packed.folder, 'plan-folder'), {recursive: true});
    write('plan-folder/plan.json', JSON.stringify({display_name: 'Plan', rules}));
    write(
      'run-tests.mjs',
      `await fetch(process.env.TRACK_INSPECTOR_URL + '/api/track', {method: 'POST', body: '[]'});`,
    );
    // Cypress is not installed here; this script replaces it. It runs the app, which sends to the selected port.
    write(
      'node_modules/.bin/cypress',
      `#!/usr/bin/env node
      fetch('http://127.0.0.1:4100/api/track', {method: 'POST', body: '[]'});`,
    );
    chmodSync(join(packed.folder, 'node_modules/.bin/cypress'), 0o755);
    const ran = packed.shell(command);
    const told =
      /^note: .*\n|^Recording on .*\n|^1 request recorded\.\n|^session\.golden\.json: written .*\n/gm;
    expect(ran.err.replaceAll(told, '')).toBe('');
    expect([0, 1]).toContain(ran.code);
  });
});
