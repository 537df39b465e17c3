import {Worker} from 'node:worker_threads';
import {describe, expect, it} from 'vitest';

const silence = 2000;

interface Outcome {
  codes: string[] | null;
  /** The rule that was under way when the thread was ended. */
  hung: string | null;
}

/** Runs a judge in a thread and ends it when it says nothing for two seconds, as the panel's watchdog does. */
function judge(text: string, events: readonly object[], setAside: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let rule: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const url = JSON.stringify(new URL('./hostile-worker.ts', import.meta.url).href);
    const worker = new Worker(`import('tsx/esm/api').then(({tsImport}) => tsImport(${url}, ${url}))`, {
      eval: true,
      workerData: {text, events, setAside},
    });
    const finish = (outcome: Outcome) => {
      clearTimeout(timer);
      worker.terminate().then(() => resolve(outcome), reject);
    };
    worker.on('error', reject);
    worker.on('message', (message: {rule?: string; codes?: string[]}) => {
      clearTimeout(timer);
      if (message.codes) return finish({codes: message.codes, hung: null});
      rule = message.rule ?? rule;
      timer = setTimeout(() => finish({codes: null, hung: rule}), silence);
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
    const first = await judge(text, events, []);
    expect(first).toEqual({codes: null, hung: 'track/Evil'});
    const second = await judge(text, events, ['track/Evil']);
    expect(second).toEqual({codes: ['skipped', 'required'], hung: null});
  });
});
