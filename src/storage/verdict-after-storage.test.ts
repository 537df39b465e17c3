import 'fake-indexeddb/auto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {CapturedHeaders, CapturedRequest} from '../domain/capture/captured-request';
import {inspectRequest, inspectSession} from '../domain/inspect-request';
import type {Example} from '../domain/testing/examples/example';
import {ruleExamples} from '../domain/testing/examples/rule-examples';
import {type BuiltInCode, builtInRules} from '../domain/verdict/rule-catalogue';
import {buildArea} from './build-area';
import type {CaptureLog} from './log/capture-log';
import {openCaptureLog} from './log/open-capture-log';
import {buildSecrets} from './secrets/build-secrets';
import {createSecretHider} from './secrets/hide-secrets';

// A rule that reads data which hiding removes would work in every test but never in the panel.

const area = buildArea();
const hider = createSecretHider(buildSecrets({area}), (message) => {
  throw new Error(message ?? 'It works again.');
});
let log: CaptureLog;

beforeAll(async () => {
  const limits = () => ({maxRequests: 1_000, maxBytes: 1e9});
  log = await openCaptureLog({name: 'verdicts', session: 's', limits});
});
afterAll(() => log.close());

async function hideHeaders(headers: CapturedHeaders): Promise<CapturedHeaders> {
  if (headers.state === 'unknown') return headers;
  return hider.hideInHeaders(headers.list.map(({name, value}) => ({name, value: value ?? ''})));
}

/** The steps of every captured request: hidden, stored, read. */
async function store(request: CapturedRequest): Promise<CapturedRequest> {
  const {outcome} = request;
  await log.put({
    ...request,
    url: await hider.hideInUrl(request.url),
    headers: await hideHeaders(request.headers),
    outcome:
      outcome.state === 'answered' ? {...outcome, headers: await hideHeaders(outcome.headers)} : outcome,
  });
  const [stored] = await log.get([request.id]);
  if (stored === undefined) throw new Error('It was not stored.');
  return stored;
}

function judge(requests: readonly CapturedRequest[]) {
  const inspections = requests.map((request) => inspectRequest(request));
  return [...inspections.flatMap(({issues}) => issues), ...inspectSession(inspections)].map(
    ({code, severity, event, pointer, params}) => ({code, severity, event, pointer, params}),
  );
}

async function expectSame({requests}: Example): Promise<void> {
  const before = requests();
  const after: CapturedRequest[] = [];
  for (const request of before) after.push(await store(request));
  expect(judge(after)).toEqual(judge(before));
}

describe('an example of a rule, hidden and stored, gets the same verdict', () => {
  const codes = Object.keys(builtInRules) as BuiltInCode[];
  it.each(codes)('%s', async (code) => {
    await expectSame(ruleExamples[code].bad);
    await expectSame(ruleExamples[code].good);
  });
});

it('no credential of an example is on the disk', async () => {
  const stored = [];
  for await (const batch of log.list(-1)) stored.push(...batch);
  expect(JSON.stringify(stored)).not.toMatch(/Bearer (?:eyJ|<token>)/);
});
