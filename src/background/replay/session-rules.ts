/** What we use of a session rule of declarativeNetRequest. */
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
    requestMethods: string[];
  };
}

/** What we use of `declarativeNetRequest`. */
export interface RuleStore {
  getSessionRules(): Promise<{id: number}[]>;
  updateSessionRules(change: {addRules?: HeaderRule[]; removeRuleIds?: number[]}): Promise<void>;
}

export interface SessionRules {
  /** Runs a task while Origin and Referer of our own request to exactly this address are set as given. */
  during<T>(request: {url: string; method: string; headers: RuleHeaders}, task: () => Promise<T>): Promise<T>;
  /** Removes every rule. A rule that was left behind would rewrite later requests. */
  clear(): Promise<void>;
}

export interface RuleHeaders {
  origin?: string;
  referer?: string;
}

/**
 * Session rules that live as long as one fetch. Each names our own initiator and the exact address with the one-shot
 * marker in its fragment, which both browsers compare: no other request can match it, a second replay's neither.
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
    async during({url, method, headers}, task) {
      const requestHeaders = toRuleHeaders(headers);
      if (requestHeaders.length === 0) return task();
      lastId += 1;
      const rule: HeaderRule = {
        id: lastId,
        priority: 1,
        action: {type: 'modifyHeaders', requestHeaders},
        condition: {
          initiatorDomains: [ownHost],
          urlFilter: `|${toFilterText(url)}|`,
          isUrlFilterCaseSensitive: true,
          requestMethods: [method.toLowerCase()],
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

function toRuleHeaders({origin, referer}: RuleHeaders): HeaderRule['action']['requestHeaders'] {
  return [
    ...(origin === undefined ? [] : [{header: 'origin', operation: 'set' as const, value: origin}]),
    ...(referer === undefined ? [] : [{header: 'referer', operation: 'set' as const, value: referer}]),
  ];
}

/** The URL as rules compare it: in its ASCII form. Its own `*` and `^` stay: as wildcards they match themselves. */
function toFilterText(url: string): string {
  return new URL(url).href;
}
