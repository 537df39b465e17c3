import {expect, it} from 'vitest';
import {createHookKeeper, type HookScript, type ScriptStore} from './keep-hooks';

function buildStore(): ScriptStore & {scripts: Map<string, HookScript>; calls: string[]} {
  const scripts = new Map<string, HookScript>();
  const calls: string[] = [];
  return {
    scripts,
    calls,
    getRegisteredContentScripts: async ({ids}) => [...scripts.values()].filter(({id}) => ids.includes(id)),
    async registerContentScripts(added) {
      calls.push('register');
      for (const script of added) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        scripts.set(script.id, script);
      }
    },
    async updateContentScripts(changes) {
      calls.push('update');
      for (const {id, matches} of changes) {
        const script = scripts.get(id);
        if (!script) throw new Error(`Content script with id '${id}' does not exist.`);
        scripts.set(id, {...script, matches});
      }
    },
    async unregisterContentScripts({ids}) {
      calls.push('unregister');
      for (const id of ids) scripts.delete(id);
    },
  };
}

it('runs the hook on the sites where it is on, and nowhere once it is off', async () => {
  const store = buildStore();
  const keep = createHookKeeper(store);
  await keep(['https://app.example.test', 'http://127.0.0.1:8080', 'http://127.0.0.1:9090', 'nonsense']);
  expect([...store.scripts.values()]).toMatchObject([
    {id: 'page-hook-relay', world: 'ISOLATED', runAt: 'document_start', allFrames: true},
    {id: 'page-hook', world: 'MAIN', matches: ['https://app.example.test/*', 'http://127.0.0.1/*']},
  ]);
  await keep([]);
  expect(store.scripts.size).toBe(0);
});

it('takes changes one after the other', async () => {
  const store = buildStore();
  const keep = createHookKeeper(store);
  await Promise.all([keep(['https://a.test']), keep(['https://b.test']), keep(['https://c.test'])]);
  expect(store.scripts.get('page-hook')?.matches).toEqual(['https://c.test/*']);
});

it('leaves what is registered as it is, so that no page loads without its hook', async () => {
  const store = buildStore();
  await createHookKeeper(store)(['https://a.test', 'https://b.test']);
  store.calls.length = 0;
  // Another background starts, with the same sites in another order.
  const keep = createHookKeeper(store);
  await keep(['https://b.test', 'https://a.test']);
  expect(store.calls).toEqual([]);
  await keep(['https://b.test', 'https://c.test']);
  expect(store.calls).toEqual(['update']);
  expect([...store.scripts.values()].map(({matches}) => matches)).toEqual([
    ['https://b.test/*', 'https://c.test/*'],
    ['https://b.test/*', 'https://c.test/*'],
  ]);
});

it('registers what an older version left out', async () => {
  const store = buildStore();
  const keep = createHookKeeper(store);
  await keep(['https://a.test']);
  store.scripts.delete('page-hook');
  await keep(['https://a.test']);
  expect([...store.scripts.keys()]).toEqual(['page-hook-relay', 'page-hook']);
});
