import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {build} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

/** Milliseconds: the longest wait, and a time in which none of the plans here would ever end. */
const silence = {longest: 10_000, ofHanging: 500};

let folder: string;
let script: string;

// Compiled once for all threads: compiling in each thread would take longer than checking the plans.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-plans-'));
  const entry = fileURLToPath(new URL('./hostile-worker.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: {noExternal: true},
    build: {
      ssr: entry,
      outDir: folder,
      minify: false,
      rolldownOptions: {output: {entryFileNames: 'judge.mjs'}},
    },
  });
  script = join(folder, 'judge.mjs');
});
afterAll(() => rm(folder, {recursive: true}));

interface Outcome {
  codes: string[] | null;
  /** The rule that was running when the thread was ended. */
  hung: string | null;
}

interface Task {
  text: string;
  events: readonly object[];
  setAside: readonly string[];
}

/** Runs a judge in a thread and ends it after this time without a message, like the panel's watchdog. */
function judge(task: Task, patience: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let rule: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const worker = new Worker(script, {workerData: task});
    const finish = (outcome: Outcome) => {
      clearTimeout(timer);
      worker.terminate().then(() => resolve(outcome), reject);
    };
    worker.on('error', reject);
    worker.on('message', (message: {rule?: string; codes?: string[]}) => {
      clearTimeout(timer);
      if (message.codes) return finish({codes: message.codes, hung: null});
      rule = message.rule ?? rule;
      timer = setTimeout(() => finish({codes: null, hung: rule}), patience);
    });
  });
}

const doubled = () => {
  const definitions: Record<string, unknown> = {d0: {type: 'string'}};
  for (let level = 1; level <= 40; level++) {
    const $ref = `#/definitions/d${level - 1}`;
    definitions[`d${level}`] = {allOf: [{$ref}, {$ref}]};
  }
  return {type: 'object', definitions, properties: {a: {$ref: '#/definitions/d40'}}};
};

describe('a rule that hangs is named, set aside, and the others are judged', () => {
  it.each<[string, unknown, unknown]>([
    ['nested quantifiers', {type: 'object', properties: {a: {pattern: '^(a|a)*$'}}}, `${'a'.repeat(40)}!`],
    [
      'quantifiers over quantifiers',
      {type: 'object', properties: {a: {pattern: '^(a+)+$'}}},
      `${'a'.repeat(40)}!`,
    ],
    ['a reference doubled forty times', doubled(), 'x'],
  ])('%s', async (_, schema, a) => {
    const text = JSON.stringify({events: {Evil: schema, Good: {type: 'object', required: ['b']}}});
    const events = [
      {event_name: 'Evil', properties: {a}},
      {event_name: 'Good', properties: {}},
    ];
    const first = await judge({text, events, setAside: []}, silence.ofHanging);
    expect(first).toEqual({codes: null, hung: 'track/Evil'});
    const second = await judge({text, events, setAside: ['track/Evil']}, silence.longest);
    expect(second).toEqual({codes: ['skipped', 'required'], hung: null});
  });
});
