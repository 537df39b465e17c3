import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {installPacked, type Packed} from '../../../e2e/packages/install-packed';

const track = 'https://api.app.thrivestack.ai/api/track';
const toEvent = (event_name: string, properties: object, user_id: unknown = 'anna-4711') => ({
  event_name,
  user_id,
  timestamp: '2026-11-01T10:00:00.000Z',
  properties,
  context: {group_id: 'g-1'},
});
const toLines = (...batches: (string | readonly object[])[]) =>
  batches
    .map((batch) => {
      const body = typeof batch === 'string' ? batch : JSON.stringify(batch);
      const headers = {'content-type': 'application/json', 'x-api-key': 'sekret-key-1'};
      return `${JSON.stringify({url: track, headers, body})}\n`;
    })
    .join('');

let packed: Packed;
const write = (name: string, text: string) => writeFileSync(join(packed.folder, name), text);
const read = (name: string) => readFileSync(join(packed.folder, name), 'utf8');
const flow = [toEvent('signed_up', {plan: 'pro'}), toEvent('feature_used', {feature_name: 'export'})];

beforeAll(async () => {
  packed = await installPacked();
  write('run.ndjson', toLines(flow));
}, 600_000);
afterAll(() => rmSync(packed.folder, {recursive: true, force: true}));

describe('compare', () => {
  it('writes a golden session when it is asked to, and finds the same run equal', () => {
    expect(packed.run(['compare', 'run.ndjson', '--golden', 'a.golden.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('golden session not found. Write it with --update'),
    });
    expect(existsSync(join(packed.folder, 'a.golden.json'))).toBe(false);
    expect(packed.run(['compare', 'run.ndjson', '--golden', 'a.golden.json', '--update'])).toMatchObject({
      code: 0,
      out: '',
      err: 'a.golden.json: written with 2 events.\n',
    });
    expect(read('a.golden.json')).not.toMatch(/anna|sekret/);
    expect(packed.run(['compare', 'run.ndjson', '--golden', 'a.golden.json'])).toEqual({
      code: 0,
      out: 'The session is equal to the golden one.\n',
      err: '',
    });
  });

  it('tells the differences, for people and as JSON', () => {
    write('other.ndjson', toLines([toEvent('signed_up', {plan: 'free'})], [toEvent('::error::x', {})]));
    packed.run(['compare', 'run.ndjson', '--golden', 'b.golden.json', '--update']);
    const {code, out} = packed.run(['compare', 'other.ndjson', '--golden', 'b.golden.json']);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      '- track "feature_used" is missing.',
      '- track "::error::x" is new.',
      '- track "signed_up": /properties/plan is "free"; it was "pro".',
      '3 differences. If they are intended, write the golden session again with --update.',
      '',
    ]);
    const asJson = packed.run(['compare', 'other.ndjson', '--golden', 'b.golden.json', '--format', 'json']);
    expect(JSON.parse(asJson.out)).toMatchObject({
      schemaVersion: 1,
      differences: [{kind: 'missing'}, {kind: 'new'}, {kind: 'changed', pointer: '/properties/plan'}],
    });
  });

  it.each([
    ['a recording', toLines(flow)],
    ['a golden session that was broken by a merge', '<<<<<<< ours\n{"golden": 1}'],
  ])('does not write over %s', (_, text) => {
    write('not-golden.json', text);
    const ran = packed.run(['compare', 'run.ndjson', '--golden', 'not-golden.json', '--update']);
    expect(ran).toMatchObject({code: 2, out: ''});
    expect(ran.err).toMatch(
      /^track-inspector: not-golden\.json: this is not .*\n.*--update does not overwrite it/,
    );
    expect(read('not-golden.json')).toBe(text);
  });

  it('shows nothing of an event that a terminal obeys', () => {
    write('hostile.ndjson', toLines([toEvent('a\u009b31m\u202e\u001b]0;x\u0007', {})]));
    packed.run(['compare', 'run.ndjson', '--golden', 'h.golden.json', '--update']);
    for (const format of ['stylish', 'json']) {
      const {out} = packed.run([
        'compare',
        'hostile.ndjson',
        '--golden',
        'h.golden.json',
        '--format',
        format,
      ]);
      expect(out).toContain('u009b31m');
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('masks what the config names', () => {
    write('mask.json', JSON.stringify({mask: ['/properties/plan']}));
    write('free.ndjson', toLines([toEvent('signed_up', {plan: 'free'}), flow[1] ?? {}]));
    const flags = ['--golden', 'c.golden.json', '--config', 'mask.json'];
    packed.run(['compare', 'run.ndjson', ...flags, '--update']);
    expect(packed.run(['compare', 'free.ndjson', ...flags]).code).toBe(0);
  });

  it('compares only the kind of what the golden session masks itself, and an update keeps that', () => {
    write('free.ndjson', toLines([toEvent('signed_up', {plan: 'free'}), flow[1] ?? {}]));
    packed.run(['compare', 'run.ndjson', '--golden', 'e.golden.json', '--update']);
    const masked = read('e.golden.json').replace(
      '"golden": 1,',
      '"golden": 1, "mask": ["/properties/plan"],',
    );
    write('e.golden.json', masked);
    expect(packed.run(['compare', 'free.ndjson', '--golden', 'e.golden.json']).code).toBe(0);
    packed.run(['compare', 'free.ndjson', '--golden', 'e.golden.json', '--update']);
    expect(read('e.golden.json')).toContain('"mask": ["/properties/plan"]');
    expect(read('e.golden.json')).toContain('"plan": "<text>"');
    write('kind.ndjson', toLines([toEvent('signed_up', {plan: 4}), flow[1] ?? {}]));
    expect(packed.run(['compare', 'kind.ndjson', '--golden', 'e.golden.json']).code).toBe(1);
  });

  it('reads a golden session that an editor of Windows has saved as UTF-16', () => {
    packed.run(['compare', 'run.ndjson', '--golden', 'wide.golden.json', '--update']);
    const text = read('wide.golden.json');
    writeFileSync(join(packed.folder, 'wide.golden.json'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(packed.run(['compare', 'run.ndjson', '--golden', 'wide.golden.json']).code).toBe(0);
  });

  it.each<[readonly string[], RegExp]>([
    [[], /Name a command\. See --help\./],
    [['chek', 'run.ndjson'], /"chek" is not a command\. See --help\./],
    [['compare', 'run.ndjson'], /Name the golden session/],
    [['compare', 'run.ndjson', '--golden', 'package.json'], /this is not a golden session/],
    [['compare', 'broken.ndjson', '--golden', 'd.json', '--update'], /body of 1 request could not be read/],
    [['compare', 'empty.ndjson', '--golden', 'd.json', '--update'], /No event to a known/],
  ])('%j exits with 2', (args, told) => {
    write('broken.ndjson', toLines('[{'));
    write('empty.ndjson', '');
    const {code, err} = packed.run(args);
    expect(err).toMatch(told);
    expect(code).toBe(2);
  });
});

describe('coverage', () => {
  beforeAll(() => {
    const properties = {type: 'object', properties: {plan: {enum: ['pro']}}};
    const events = {signed_up: properties, feature_used: {type: 'object'}, left: {type: 'object'}};
    write('plan.json', JSON.stringify({title: 'Product', events}));
    write('wrong.ndjson', toLines([toEvent('signed_up', {plan: 'free'})]));
  });

  it('says what of a plan was seen', () => {
    const {code, out} = packed.run(['coverage', 'run.ndjson', '--plan', 'plan.json']);
    expect(out.split('\n')).toEqual([
      'Coverage of Product',
      'always right     signed_up (1 of 1 right)',
      'always right     feature_used (1 of 1 right)',
      'never seen       left',
      '2 of 3 planned events were seen.',
      '',
    ]);
    expect(code).toBe(0);
  });

  it.each<[number, readonly string[]]>([
    [0, ['run.ndjson']],
    [1, ['run.ndjson', '--fail-never-seen']],
    [1, ['wrong.ndjson']],
    [1, ['unplanned.ndjson', '--fail-unplanned']],
    [2, ['missing.ndjson']],
    [2, ['nothing.ndjson']],
    [2, ['elsewhere.ndjson']],
    [0, ['elsewhere.ndjson', '--allow-empty']],
    [1, ['elsewhere.ndjson', '--allow-empty', '--fail-never-seen']],
  ])('exits with %i for %j', (code, args) => {
    write('unplanned.ndjson', toLines([toEvent('odd', {})]));
    write('nothing.ndjson', '');
    write('elsewhere.ndjson', toLines(flow).replaceAll(track, 'https://example.com/'));
    expect(packed.run(['coverage', ...args, '--plan', 'plan.json']).code).toBe(code);
  });

  it('holds a recording against the expectations of the plan, and fails where one is broken', () => {
    const expectations = [
      {kind: 'before', first: 'signed_up', next: 'feature_used'},
      {kind: 'count', event: 'signed_up', bound: 'at-least', count: 2},
    ];
    const plan = {title: 'Product', events: {signed_up: {type: 'object'}, feature_used: {type: 'object'}}};
    const run = (list: readonly object[]) => {
      write('expected.json', JSON.stringify({...plan, expectations: list}));
      return packed.run(['coverage', 'run.ndjson', '--plan', 'expected.json']);
    };
    const {code, out} = run(expectations);
    expect(out).toContain(
      'met              signed_up comes before each feature_used: 1 of 1 came after signed_up.',
    );
    expect(out).toContain('broken           signed_up is sent at least 2 times: It was sent 1 time.');
    expect(code).toBe(1);
    expect(run(expectations.slice(0, 1)).code).toBe(0);
  });

  it('takes the plan out of what the panel exports', () => {
    const text = JSON.stringify({title: 'P', events: {signed_up: {type: 'object'}}});
    const plan = {
      title: 'P',
      files: [{name: 'p.json', text}],
      expectations: [{kind: 'never', event: 'feature_used'}],
    };
    write('exported.json', JSON.stringify({plans: [plan, {...plan, isOn: false}]}));
    const {code, out} = packed.run(['coverage', 'run.ndjson', '--config', 'exported.json']);
    expect(out).toContain('broken           feature_used is never sent: It was sent 1 time.');
    expect(code).toBe(1);
  });

  it('tells what of the plan is not checked', () => {
    const properties = (ref: string) => ({type: 'object', properties: {plan: {$ref: ref}}});
    write(
      'odd-plan.json',
      JSON.stringify({
        events: {signed_up: properties('https://example.com/x.json'), feature_used: {type: 'object'}},
        expectations: [{kind: 'none-such'}, {kind: 'never', event: 'signed_upp'}],
      }),
    );
    const {code, err, out} = packed.run(['coverage', 'run.ndjson', '--plan', 'odd-plan.json']);
    const misspelt = '“signed_upp” is not in the tracking plan. Did you mean “signed_up”?';
    expect(out).toContain(`signed_upp is never sent: It was not sent. ${misspelt}`);
    for (const command of ['coverage', 'check']) {
      expect(packed.run([command, 'run.ndjson', '--plan', 'odd-plan.json']).err).toContain(
        `note: odd-plan.json: The expectation “signed_upp is never sent” may be misspelt: ${misspelt}\n`,
      );
    }
    expect(err).toMatch(/^note: odd-plan\.json: .*is not a valid expectation; it is ignored\.$/m);
    expect(err).toMatch(/^note: odd-plan\.json: .*signed_up: \$ref .* points outside of this schema/m);
    expect(code).toBe(0);
  });

  it('tells it of a plan that the panel exported too, and why one cannot be read', () => {
    const events = {signed_up: {type: 'object', properties: {plan: {$ref: 'https://example.com/x.json'}}}};
    const config = (text: string) =>
      write('odd-export.json', JSON.stringify({plans: [{title: 'Odd', files: [{name: 'p.json', text}]}]}));
    config(JSON.stringify({events}));
    const run = () => packed.run(['coverage', 'run.ndjson', '--config', 'odd-export.json']);
    expect(run()).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^note: Odd: track\/signed_up: \$ref .*\n$/),
    });
    config('{"events": ');
    expect(run()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^track-inspector: Odd: p\.json is not valid at line 1/),
    });
  });

  it('masks the credentials that its violations quote, in every format', () => {
    const properties = {type: 'object', properties: {access_token: {enum: ['a']}, note: {enum: ['b']}}};
    write('secret-plan.json', JSON.stringify({title: 'P', events: {signed_up: properties}}));
    const event = toEvent('signed_up', {access_token: 'sekret-key-9', note: 'api_key=sekret-key-9'});
    write('secret.ndjson', toLines([event]));
    for (const format of ['stylish', 'markdown', 'csv', 'junit', 'json']) {
      const args = ['coverage', 'secret.ndjson', '--plan', 'secret-plan.json', '--format', format];
      const {code, out, err} = packed.run(args);
      expect(err, format).toBe('');
      expect(out, format).toContain('signed_up');
      expect(out + err, format).not.toContain('sekret-key-9');
      expect(code, format).toBe(1);
    }
  });

  it('holds no command of a CI server, in any format', () => {
    const names = ['##vso[task.setvariable]x', 'a\n::error::b', '##[error]c', '\r\n  ::add-mask::d'];
    write('forged.ndjson', toLines(names.map((name) => toEvent(name, {}))));
    for (const format of ['stylish', 'markdown', 'csv', 'junit', 'json']) {
      const {out, err} = packed.run(['coverage', 'forged.ndjson', '--plan', 'plan.json', '--format', format]);
      expect(err, format).toBe('');
      expect(out, format).toContain('vso[task.setvariable]x');
      expect(out, format).not.toMatch(/##(?:\[|vso)|^\s*::/m);
      if (format === 'json') expect(JSON.parse(out).rows.at(-1).name).toBe(names.at(-1));
    }
  });

  it('needs one plan', () => {
    expect(packed.run(['coverage', 'run.ndjson']).err).toContain('Name a tracking plan');
    write('other-plan.json', read('plan.json'));
    const two = ['--plan', 'plan.json', '--plan', 'other-plan.json'];
    expect(packed.run(['coverage', 'run.ndjson', ...two]).err).toContain('Name only one');
    const same = ['--plan', 'plan.json', '--plan', './plan.json'];
    expect(packed.run(['coverage', 'run.ndjson', ...same]).err).toBe('');
  });

  it('writes JUnit in which never seen is skipped, or fails where it is asked for', () => {
    const parser = new XMLParser({ignoreAttributes: false, isArray: (tag) => tag === 'testcase'});
    const suite = (...flags: string[]) => {
      packed.run(['coverage', 'run.ndjson', '--plan', 'plan.json', '--format', 'junit=c.xml', ...flags]);
      expect(XMLValidator.validate(read('c.xml'))).toBe(true);
      return parser.parse(read('c.xml')).testsuites.testsuite;
    };
    expect(suite()).toMatchObject({'@_tests': '3', '@_failures': '0', '@_skipped': '1'});
    expect(suite().testcase[2].skipped).toBeDefined();
    expect(suite('--fail-never-seen')).toMatchObject({'@_failures': '1', '@_skipped': '0'});
  });
});

describe('record', () => {
  const program = (code: number) => `
import {gzipSync} from 'node:zlib';
const url = process.env.TRACK_INSPECTOR_URL + '/api/track';
const body = ${JSON.stringify(JSON.stringify(flow))};
const headers = {'content-type': 'application/json', 'x-api-key': 'sekret-key-2', origin: 'https://a.example'};
const asked = await fetch(url, {method: 'OPTIONS', headers: {origin: 'https://a.example', 'access-control-request-headers': 'x-api-key'}});
const answers = [
  asked.status, asked.headers.get('access-control-allow-headers'), asked.headers.get('access-control-allow-origin'),
];
const sent = await fetch(url, {method: 'POST', headers, body});
answers.push(sent.status, await sent.text());
await fetch(url, {method: 'POST', headers: {...headers, 'content-encoding': 'gzip'}, body: gzipSync(body)});
console.log(JSON.stringify(answers));
process.exit(${code});
`;

  it('takes what a test sends, and check judges it', () => {
    write('post.mjs', program(0));
    const {code, out, err} = packed.run(['record', '--out', 'r.ndjson', '--', 'node', 'post.mjs']);
    expect(JSON.parse(out)).toEqual([204, 'x-api-key', 'https://a.example', 200, '{"success":true}']);
    expect(err).toMatch(/^Recording on http:\/\/127\.0\.0\.1:\d+\n2 requests recorded\.\n$/);
    expect(code).toBe(0);
    expect(read('r.ndjson')).not.toContain('sekret');
    const judged = packed.run(['check', 'r.ndjson', '--format', 'json']);
    const {requests, summary} = JSON.parse(judged.out);
    expect(requests.map(({events}: {events: {name: string}[]}) => events.map(({name}) => name))).toEqual([
      ['signed_up', 'feature_used'],
      ['signed_up', 'feature_used'],
    ]);
    expect(summary.errors).toBe(0);
  });

  it('ends with the exit code of the command, and answers as chosen', () => {
    write('post.mjs', program(7));
    const flags = ['--out', 'r2.ndjson', '--status', '400', '--answer', 'Bad Request'];
    const {code, out} = packed.run(['record', ...flags, '--', 'node', 'post.mjs']);
    expect(code).toBe(7);
    expect(JSON.parse(out).slice(3)).toEqual([400, 'Bad Request']);
    expect(JSON.parse(read('r2.ndjson').split('\n')[0] ?? '').response).toEqual({
      status: 400,
      body: 'Bad Request',
    });
  });

  it.skipIf(process.platform === 'win32')(
    'ends the command when it is asked to end itself, and keeps what was recorded',
    async () => {
      write(
        'wait.mjs',
        `await fetch(process.env.TRACK_INSPECTOR_URL + '/api/track', {method: 'POST', body: '[]'});
        process.on('SIGTERM', () => process.exit(9));
        console.log('ready');
        setInterval(() => undefined, 1000);`,
      );
      const program = join(packed.folder, 'node_modules/track-inspector/dist/track-inspector.js');
      const args = [program, 'record', '--out', 'ended.ndjson', '--', 'node', 'wait.mjs'];
      const recording = spawn(process.execPath, args, {cwd: packed.folder});
      const [told, ended] = [text(recording.stderr), once(recording, 'exit')];
      await once(recording.stdout, 'data');
      recording.kill('SIGTERM');
      expect(await ended).toEqual([9, null]);
      expect(await told).toContain('1 request recorded.');
      expect(read('ended.ndjson')).toMatch(/^\{.*\}\n$/);
    },
  );

  it('does not start the command if the file cannot be written', () => {
    const command = ['node', '-e', 'require("node:fs").writeFileSync("started.txt", "")'];
    expect(packed.run(['record', '--out', 'none/x.ndjson', '--', ...command]).code).toBe(2);
    expect(existsSync(join(packed.folder, 'started.txt'))).toBe(false);
  });

  it.each<[readonly string[], RegExp]>([
    [['--port', '99999'], /--port is not a valid port/],
    [['--status', '99'], /--status is not a valid status/],
    [['--', 'node', '-v'], /Name a file with --out/],
    [['--out', 'none/x.ndjson', '--', 'node', '-e', 'setTimeout(() => {}, 1000)'], /cannot be written/],
    [['--out', 'x.ndjson', '--', 'no-such-command-here'], /this command cannot be run/],
  ])('%j exits with 2', (args, told) => {
    const {code, err} = packed.run(['record', ...args]);
    expect(err).toMatch(told);
    expect(code).toBe(2);
  });
});
