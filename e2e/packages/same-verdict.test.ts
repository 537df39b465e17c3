import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {
  defaultConfig,
  describeIssue,
  type Issue,
  type Verdict,
  withoutCredentials,
} from '@track-inspector/core';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {createTracking} from '../../packages/playwright/src/tracking';
import {inspectRequest, inspectText, requestFromParts} from '../../src/domain/inspect-request';
import {defaultSettings} from '../../src/domain/settings';
import {createJudge} from '../../src/panel/store/judge/create-judge';
import type {FromJudge} from '../../src/panel/store/judge/judge-messages';
import {createMemoryLog} from '../../src/panel/store/test-support/create-memory-log';
import {createMemoryPlans, toPlanSource} from '../../src/panel/store/test-support/create-memory-plans';
import {installPacked, type Packed} from './install-packed';

const track = 'https://api.app.thrivestack.ai/api/track';
const segment = 'https://api.segment.io/v1/batch';
const event = {
  event_name: 'feature_used',
  user_id: 'u-1',
  timestamp: '2026-11-01T10:00:00.000Z',
  properties: {feature_name: 'export'},
  context: {group_id: 'g-1'},
};
const call = {
  type: 'track',
  event: 'Signed Up',
  userId: 'u',
  messageId: 'm-1',
  timestamp: '2026-11-01T10:00:00Z',
};
const bodies: [string, string][] = [
  [track, JSON.stringify([event])],
  [track, JSON.stringify([event])],
  [track, JSON.stringify([{...event, user_id: 7}, {...event, timestamp: 'yesterday'}, {}])],
  [track, '[{"event_name": '],
  [track, '{"a": 1, "a": 2}'],
  [track, JSON.stringify(Array.from({length: 400}, () => ({...event, note: 'x'.repeat(100)})))],
  [segment, JSON.stringify({batch: [call, call, {...call, type: 'tracks'}], writeKey: 'k'})],
  [segment, JSON.stringify({batch: []})],
];
const recording = bodies.map(([url, body], index) => ({
  method: 'POST',
  url,
  headers: {'content-type': 'application/json', 'x-api-key': 'key'},
  body,
  startedAt: Date.UTC(2026, 10, 1, 10, 0, index),
  response: {status: index % 2 === 0 ? 200 : 400, statusText: '', headers: {}},
}));
const toId = (index: number) => `request-${index + 1}`;

interface Fields {
  code: string;
  severity: string;
  event: number | null;
  pointer: string;
  message: string;
  expected: string;
  found: string;
}
const sort = (issues: Fields[]) =>
  issues
    .map(({code, severity, event: at, pointer, message, expected, found}) =>
      JSON.stringify({code, severity, event: at, pointer, message, expected, found}),
    )
    .sort();

const ofVerdict = ({requests, session}: Verdict) =>
  requests.map(({id, protocol, decoded, events, issues}) => ({
    id,
    protocol,
    decoded,
    events,
    issues: sort([...issues, ...session.filter(({request}) => request === id)]),
  }));

/** What the panel's judge reports, once it has finished its work. */
async function askPanel() {
  const said: FromJudge[] = [];
  const requests = recording.map(({body, ...parts}, index) => {
    // As all code that reads recordings does.
    const made = withoutCredentials(requestFromParts({...parts, body, id: toId(index)}));
    return {...made, origin: {...made.origin, tabId: 7}};
  });
  const judge = createJudge({
    log: createMemoryLog(requests),
    inspect: (request, settings) => inspectRequest(request, {settings}),
    inspectText: (request, inspection, settings) => inspectText(request, inspection, {settings}),
    planSource: toPlanSource(createMemoryPlans()),
    send: (message) => said.push(message),
    now: Date.now,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
  const lists = {pages: [], suspects: [], setAside: [], planParts: []};
  judge.receive({
    type: 'start',
    tabId: 7,
    settings: defaultSettings,
    ...lists,
    coverage: null,
    filter: null,
    isCareful: false,
  });
  let number = 0;
  await vi.waitFor(
    () => {
      number++;
      judge.receive({type: 'ping', number});
      expect(said).toContainEqual({type: 'pong', number, idle: true});
    },
    {timeout: 30_000},
  );
  for (const [index] of recording.entries()) {
    judge.receive({type: 'ask', number: index, question: {kind: 'read', id: toId(index)}});
  }
  const answers = () => said.flatMap((message) => (message.type === 'answer' ? [message] : []));
  await vi.waitFor(() => expect(answers()).toHaveLength(recording.length), {timeout: 30_000});
  judge.dispose();
  return answers().map(({answer}) => {
    if (answer === null || !('inspection' in answer)) throw new Error('The judge has no such record.');
    const {requestId: id, protocol, decoded, events, issues} = answer.inspection;
    return {
      id,
      protocol,
      decoded,
      events: events.map(({index, type, name, pointer}) => ({index, type, name, pointer})),
      issues: sort(issues.map((issue: Issue) => ({...issue, ...describeIssue(issue)}))),
    };
  });
}

let packed: Packed;
beforeAll(async () => {
  packed = await installPacked();
  const lines = recording.map((request) => JSON.stringify(request));
  writeFileSync(join(packed.folder, 'recording.ndjson'), lines.join('\n'));
}, 240_000);
afterAll(() => rmSync(packed.folder, {recursive: true, force: true}));

describe('one recording', () => {
  it('has the same verdict in the panel, on the command line and in the Playwright fixture, field by field', async () => {
    const panel = await askPanel();
    const {out} = packed.run(['check', 'recording.ndjson', '--format', 'json']);
    const tracking = createTracking(
      {
        observations: () =>
          recording.map((request) => ({
            ...request,
            body: Buffer.from(request.body),
            response: {...request.response, body: null},
          })),
        open: 0,
        changed: () => Promise.resolve(),
      },
      {config: defaultConfig, plans: {checkers: [], guard: undefined}, version: '1', quiet: 0, timeout: 0},
    );
    expect(panel.flatMap(({issues}) => issues).length).toBeGreaterThan(10);
    expect(new Set(panel.map(({protocol}) => protocol)).size).toBe(2);
    expect(ofVerdict(JSON.parse(out))).toEqual(panel);
    expect(ofVerdict(tracking.verdict())).toEqual(panel);
  });
});
