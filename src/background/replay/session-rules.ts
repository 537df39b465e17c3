/** The parts of a session rule of declarativeNetRequest that we use. */
export interface HeaderRule {
  id: number;
  priority: number;
  action: {
    type: 'modifyHeaders';
    requestHeaders: {header: string; operation: 'set'; value: string}[];
  };
  condition: {
    initiatorDomains: string[];
    urlFilter: string;
    isUrlFilterCaseSensitive: true;
    excludedRequestMethods?: ['options'];
  };
}

/** The methods of `declarativeNetRequest` that we use. */
export interface RuleStore {
  getSessionRules(): Promise<{id: number}[]>;
  updateSessionRules(change: {addRules?: HeaderRule[]; removeRuleIds?: number[]}): Promise<void>;
}

export interface SessionRules {
  /**
   * Runs a task while these headers are set for our own request to exactly this address; if redirects are followed,
   * to this origin only.
   */
  during<T>(request: RuledRequest, task: () => Promise<T>): Promise<T>;
  /** Removes every rule. A leftover rule would rewrite later requests. */
  clear(): Promise<void>;
}

export interface RuledRequest {
  /** With the one-shot marker in its fragment. */
  url: string;
  method: string;
  headers: readonly [name: string, value: string][];
  followRedirects: boolean;
}

/**
 * Session rules that exist during a single fetch. Each contains our own initiator and the exact address with the
 * one-shot marker in its fragment, which both browsers compare, so no other request matches, not even a second
 * replay. A redirect keeps the fragment (Fetch Standard, location URL), so the same rule also covers redirects within
 * the origin, and no others.
 * @param ownHost host of the extension's own pages
 */
export function createSessionRules(rules: RuleStore, ownHost: string): SessionRules {
  let lastId = 0;

  async function withRule<T>(rule: HeaderRule, task: () => Promise<T>): Promise<T> {
    await rules.updateSessionRules({addRules: [rule], removeRuleIds: [rule.id]});
    try {
      return await task();
    } finally {
      await rules.updateSessionRules({removeRuleIds: [rule.id]});
    }
  }

  return {
    async during({url, method, headers, followRedirects}, task) {
      const requestHeaders = headers.map(([name, value]) => ({
        header: name.toLowerCase(),
        operation: 'set' as const,
        value,
      }));
      if (requestHeaders.length === 0) return task();
      const {origin, hash, href} = new URL(url);
      lastId += 1;
      const rule: HeaderRule = {
        id: lastId,
        priority: 1,
        action: {type: 'modifyHeaders', requestHeaders},
        condition: {
          initiatorDomains: [ownHost],
          // In ASCII, as rules compare it. Its own `*` and `^` are kept: as wildcards they match themselves.
          urlFilter: `|${followRedirects ? `${origin}/*${hash}` : href}|`,
          isUrlFilterCaseSensitive: true,
          // Not the preflight, which has the same address. A redirect may change any other method to GET.
          ...(method !== 'OPTIONS' && {excludedRequestMethods: ['options']}),
        },
      };
      return withRule(rule, task);
    },
    async clear() {
      const left = await rules.getSessionRules();
      if (left.length > 0) await rules.updateSessionRules({removeRuleIds: left.map(({id}) => id)});
    },
  };
}
