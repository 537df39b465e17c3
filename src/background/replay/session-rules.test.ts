import {describe, expect, it} from 'vitest';
import {createSessionRules, type HeaderRule, type RuledRequest, type RuleStore} from './session-rules';

/** Rules in memory; rejects an ID that is in use, like browsers. */
function buildStore(left: number[] = []): RuleStore & {rules: Map<number, HeaderRule | null>} {
  const rules = new Map<number, HeaderRule | null>(left.map((id) => [id, null]));
  return {
    rules,
    getSessionRules: async () => [...rules.keys()].map((id) => ({id})),
    async updateSessionRules({addRules = [], removeRuleIds = []}) {
      for (const id of removeRuleIds) rules.delete(id);
      for (const rule of addRules) {
        if (rules.has(rule.id)) throw new Error(`Rule ${rule.id} exists.`);
        rules.set(rule.id, rule);
      }
    },
  };
}

const request = {
  url: 'https://api.example.test/api/track?q=ä#track-inspector-replay=m',
  method: 'POST',
  headers: [
    ['Origin', 'https://app.example.test'],
    ['x-api-key', 'k'],
  ],
  followRedirects: false,
} satisfies RuledRequest;

describe('the session rule of a replay', () => {
  it('names our own initiator and the exact address, and lives as long as the fetch', async () => {
    const store = buildStore();
    const rules = createSessionRules(store, 'own-host');
    await rules.during(request, async () => {
      expect([...store.rules.values()]).toMatchObject([
        {
          action: {
            requestHeaders: [
              {header: 'origin', operation: 'set', value: 'https://app.example.test'},
              {header: 'x-api-key', operation: 'set', value: 'k'},
            ],
          },
          condition: {
            initiatorDomains: ['own-host'],
            urlFilter: '|https://api.example.test/api/track?q=%C3%A4#track-inspector-replay=m|',
            excludedRequestMethods: ['options'],
          },
        },
      ]);
    });
    expect(store.rules.size).toBe(0);
  });

  it.each([
    ['POST', ['options']],
    ['REPORT', ['options']],
    ['OPTIONS', undefined],
  ])('leaves out the preflight, and covers what a redirect makes of %s', async (method, excluded) => {
    const store = buildStore();
    await createSessionRules(store, 'own-host').during({...request, method}, async () => {
      const condition = [...store.rules.values()][0]?.condition;
      expect(condition?.excludedRequestMethods).toEqual(excluded);
      // A redirect with status 302 or 303 changes POST to GET, which has to have the same credentials.
      expect(condition).not.toHaveProperty('requestMethods');
    });
  });

  it('covers its own origin where redirects are followed, with the marker, and no other', async () => {
    const store = buildStore();
    await createSessionRules(store, 'own-host').during({...request, followRedirects: true}, async () => {
      const urlFilter = '|https://api.example.test/*#track-inspector-replay=m|';
      expect([...store.rules.values()]).toMatchObject([
        {condition: {initiatorDomains: ['own-host'], urlFilter}},
      ]);
    });
  });

  it('goes when the fetch fails', async () => {
    const store = buildStore();
    const failing = createSessionRules(store, 'own-host').during(request, () =>
      Promise.reject(new Error('refused')),
    );
    await expect(failing).rejects.toThrow('refused');
    expect(store.rules.size).toBe(0);
  });

  it('is not made where there is nothing to set', async () => {
    const store = buildStore();
    const count = createSessionRules(store, 'own-host').during(
      {...request, headers: []},
      async () => store.rules.size,
    );
    expect(await count).toBe(0);
  });

  it('of an earlier background is cleared', async () => {
    const store = buildStore([1, 7]);
    await createSessionRules(store, 'own-host').clear();
    expect(store.rules.size).toBe(0);
  });
});
