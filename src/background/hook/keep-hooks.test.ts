import {expect, it} from 'vitest';
import {createHookKeeper, type HookScript, type ScriptStore} from './keep-hooks';

function buildStore(): ScriptStore & {scripts: Map<string, HookScript>} {
  const scripts = new Map<string, HookScript>();
  return {
    scripts,
    getRegisteredContentScripts: async ({ids}) => [...scripts.values()].filter(({id}) => ids.includes(id)),
    async registerContentScripts(added) {
      for (const script of added) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        scripts.set(script.id, script);
      }
    },
    async unregisterContentScripts({ids}) {
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
