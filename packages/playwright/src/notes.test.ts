import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {defaultConfig, listFindings} from '@track-inspector/core';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {openPlans} from '../../node/src/open-plans';
import {describeFailure} from './describe-failures';
import {createNote, listNotes} from './notes';
import {createTracking} from './tracking';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'track-inspector-notes-'));
  mkdirSync(join(folder, 'plans'));
  const write = (name: string, plan: object) => writeFileSync(join(folder, name), JSON.stringify(plan));
  const hanging = {type: 'object', properties: {x: {type: 'string', pattern: '^(a|a)*$'}}};
  write('hanging.json', {title: 'P', events: {A: hanging}});
  write('unclear.json', {title: 'P', events: {A: {type: 'object', properties: {x: {pattern: '('}}}}});
  write('plans/a.json', {title: 'P', events: {A: {type: 'object'}}});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const observation = {
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json'},
  body: Buffer.from(JSON.stringify([{event_name: 'A', properties: {x: `${'a'.repeat(60)}!`}}])),
  startedAt: 0,
  response: null,
};

it.each<[string, string, readonly RegExp[]]>([
  ['a pattern that runs for ever', 'hanging.json', [/^note: hanging\.json: A: .*took too long/]],
  ['a pattern that is none', 'unclear.json', [/^note: unclear\.json: .*pattern/]],
  ['a plan in a folder', 'plans', []],
])(
  '%s is told once, and both results are there',
  async (_, file, told) => {
    const info = {annotations: [{type: 'issue', description: '7'}]};
    const note = createNote(info);
    const plans = await openPlans([file], [], {folder, note});
    const hub = {observations: () => [observation], open: 0, changed: () => Promise.resolve()};
    const options = {config: defaultConfig, plans, version: '1', quiet: 0, timeout: 0};
    const tracking = createTracking(hub, options);
    for (const each of [1, 2]) expect(tracking.verdict().requests, `${each}`).toHaveLength(1);
    for (const checker of plans.checkers)
      expect(tracking.coverage(checker, plans.guard).rows.map(({name}) => name)).toEqual(['A']);
    const notes = told.map((text) => expect.stringMatching(text));
    expect(listNotes(info)).toEqual(notes);
    const findings = listFindings(tracking.verdict(), true);
    expect(describeFailure([], tracking.incomplete(), info)).toEqual([]);
    expect(describeFailure(findings, tracking.incomplete(), info).slice(findings.length)).toEqual(notes);
    expect(findings).not.toEqual([]);
  },
  60_000,
);
