import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'playwright/test';
import {leavingCells, pageCells} from '../scenarios/transports/cells';
import {startSite} from '../site/start-site';
import {createCertificate} from '../track-api/create-certificate';
import {startTrackApi, type TrackApi} from '../track-api/start-track-api';
import {createProject, runTests} from './user-project';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let api: TrackApi;
let secureApi: TrackApi;
let site: Awaited<ReturnType<typeof startSite>>;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = await createProject();
  api = await startTrackApi();
  secureApi = await startTrackApi({https: await createCertificate(['127.0.0.1'])});
  site = await startSite({apiUrl: api.url});
  const events = (names: string[]) => Object.fromEntries(names.map((name) => [name, {type: 'object'}]));
  const planned = ['signed_up', 'account_created', 'feature_used'];
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({title: 'Site', events: events(planned)}));
  const unclear = {type: 'object', properties: {first_name: {type: 'string', pattern: '('}}};
  mkdirSync(join(folder, 'plan-more'));
  writeFileSync(
    join(folder, 'plan-more', 'plan.json'),
    JSON.stringify({title: 'Site', events: {...events(['left']), signed_up: unclear}}),
  );
  writeFileSync(join(folder, 'track-inspector.config.json'), '{}');
  const endpoint = {host: new URL(secureApi.url).host, path: '/api/track', protocol: 'thrivestack-track'};
  writeFileSync(join(folder, 'secure.config.json'), JSON.stringify({endpoints: [endpoint]}));
  writeFileSync(join(folder, 'other-golden.json'), '{"golden": 1, "events": []}');
});
test.afterAll(async () => {
  await site.close();
  await api.close();
  await secureApi.close();
  rmSync(folder, {recursive: true, force: true});
});
test.beforeEach(() => {
  test.setTimeout(300_000);
  api.reset();
});

test('a test of a user sees, waits for and expects events', async () => {
  const first = await runTests(folder, 'demo.e2e.ts', toEnvironment(), ['--update-snapshots']);
  expect(first.results.map(({title, status, message}) => [title, status, message])).toEqual([
    ['a batch that the test answers itself is seen once', 'passed', ''],
    ['a batch that the server redirects is counted where it went to', 'passed', ''],
    ['of the app and of its own queue', 'passed', ''],
    ['where a test does not wish it', 'passed', ''],
    ['with an untrusted certificate, it is not delivered', 'passed', ''],
    ['the body is seen, and the batch is delivered', 'passed', ''],
  ]);
  expect(secureApi.received.map(({body}) => body.includes('sent_securely'))).toEqual([true]);
  expect(first.results[0]?.attachments).toEqual(['track-inspector.md', 'track-inspector.json']);
  const golden = readFileSync(join(folder, 'sign-up-golden.json'), 'utf8');
  expect(golden).toContain('"name": "signed_up"');
  await expectPasses(1);
  expect(readFileSync(join(folder, 'sign-up-golden.json'), 'utf8')).toBe(golden);
});

/** The addresses of site and servers for the user's tests. */
function toEnvironment(): Record<string, string> {
  return {SITE: site.url, API: api.url, SECURE: secureApi.url};
}

/** Every test of the demo, with its golden sessions already written, passes this number of times. */
async function expectPasses(times: number): Promise<void> {
  const {results} = await runTests(folder, 'demo.e2e.ts', toEnvironment(), [`--repeat-each=${times}`]);
  expect(results).toHaveLength(6 * times);
  expect(results.filter(({status}) => status !== 'passed')).toEqual([]);
}

test('ten runs in a row pass @long', async () => {
  test.setTimeout(1_800_000);
  await runTests(folder, 'demo.e2e.ts', toEnvironment(), ['--update-snapshots']);
  await expectPasses(10);
});

test('a test of a user that fails says what came nearest', async () => {
  const {results, code} = await runTests(folder, 'failing.e2e.ts', {SITE: site.url});
  expect(code).toBe(1);
  expect(results.map(({title, status}) => `${title}: ${status}`)).toEqual([
    'another property: failed',
    'errors at the end: failed',
    'another name: failed',
    'too often: failed',
    'against its wish: failed',
    'not the plan: failed',
    'not the golden session: failed',
  ]);
  const messages = new Map(results.map(({title, message}) => [title, message]));
  expect(messages.get('another property')).toMatch(
    /Expected the event "signed_up" with \{"first_name":"Nobody"\} to be tracked\.\n1 event of this name\. Nearest:\n.*\n {4}\/first_name is ".*", expected "Nobody"/,
  );
  expect(messages.get('another name')).toContain('Did you mean "signed_up"?');
  expect(messages.get('too often')).toContain('to be tracked 2 times. It was tracked 1 time.');
  expect(messages.get('against its wish')).toContain('not to be tracked, but it was.');
  expect(messages.get('not the plan')).toMatch(/never seen +left.*\nnote: plan-more: .*pattern/s);
  expect(messages.get('not the golden session')).toContain('- track "feature_used" is new.');
  expect(messages.get('errors at the end')).toMatch(
    /The events of this test have issues:\n {2}x \/user_id: .* \(wrong-type\)/,
  );
});

/** A stream needs HTTP/2, which a plain-text address does not support. `fetchLater` waits until the document is destroyed. */
const isSent = ({way}: {way: string}) => way !== 'fetch-stream' && !way.startsWith('fetch-later');
const ways = pageCells.filter(isSent).map(({way}) => way);
const leaving = leavingCells.filter(isSent).map(({way}) => way);

/** What a user's test saw of each cell: `exact` if it is what the server received, byte by byte. */
async function seeTransports(env: Record<string, string>): Promise<Record<string, string>> {
  const out = join(folder, 'seen.json');
  const {results} = await runTests(folder, 'transports.e2e.ts', {
    SITE: site.url,
    API: api.url,
    WAYS: JSON.stringify(ways),
    LEAVING: JSON.stringify(leaving),
    OUT: out,
    ...env,
  });
  expect(results.map(({status, message}) => [status, message])).toEqual([['passed', '']]);
  const seen: {cell: string; kind: string; print: string | null}[] = JSON.parse(readFileSync(out, 'utf8'));
  const cells = [...ways, ...leaving.map((way) => `${way}, leaving`)];
  return Object.fromEntries(cells.map((cell) => [cell, describeCell(cell, seen)]));
}

function describeCell(cell: string, seen: {cell: string; kind: string; print: string | null}[]): string {
  const received = api.received.filter(({url}) => new URL(url, api.url).searchParams.get('cell') === cell);
  const body = received[0]?.body ?? new Uint8Array();
  const print = createHash('sha256').update(body).digest('hex');
  const words = seen
    .filter((each) => each.cell === cell)
    .map(({kind, print: found}) => {
      if (found === print || (kind === 'none' && body.length === 0)) return 'exact';
      return kind === 'bytes' ? 'other bytes' : kind;
    });
  return `${words.join(', ') || 'unseen'}${received.length === 1 ? '' : ` (received ${received.length})`}`;
}

const all = [...ways, ...leaving.map((way) => `${way}, leaving`)].map((cell) => [cell, 'exact'] as const);

test('a test of a user sees every way to send to the byte', async () => {
  expect(await seeTransports({})).toEqual(Object.fromEntries(all));
});

/**
 * As the README says: events do not show requests that leave with their page, nor those of shared workers, and do not
 * contain a Blob's bytes.
 */
function toSeenByEvents(cell: string): string {
  if (/leaving|shared-worker/.test(cell)) return 'unseen';
  return /blob|file|empty/.test(cell) ? 'missing' : 'exact';
}

test('a test of a user without the proxy sees what Playwright has events for', async () => {
  const expected = all.map(([cell]) => [cell, toSeenByEvents(cell)]);
  expect(await seeTransports({PROXY: 'off'})).toEqual(Object.fromEntries(expected));
});

test('the test of the README passes, and golden sessions of it are equal', async () => {
  const readme = readFileSync(join(root, 'packages/playwright/README.md'), 'utf8');
  const [, code] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  writeFileSync(join(folder, 'tests', 'readme.e2e.ts'), code ?? '');
  const run = async (flag: string) => {
    const {results} = await runTests(folder, 'readme.e2e.ts', {SITE: site.url}, [flag]);
    return results.map(({title, status, message}) => [title, status, message]);
  };
  expect(await run('--update-snapshots')).toEqual([['sign up', 'passed', '']]);
  expect(await run('--update-snapshots=none')).toEqual([['sign up', 'passed', '']]);
});
