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
    requestMethods: string[];
  };
}

/** What we use of `declarativeNetRequest`. */
export interface RuleStore {
  getSessionRules(): Promise<{id: number}[]>;
  updateSessionRules(change: {addRules?: HeaderRule[]; removeRuleIds?: number[]}): Promise<void>;
}

export interface SessionRules {
  /**
   * Runs a task while these headers of our own request to exactly this address are set; where redirects are followed,
   * to this origin, and to no other.
   */
  during<T>(request: RuledRequest, task: () => Promise<T>): Promise<T>;
  /** Removes every rule. A rule that was left behind would rewrite later requests. */
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
 * Session rules that live as long as one fetch. Each names our own initiator and the exact address with the one-shot
 * marker in its fragment, which both browsers compare: no other request can match it, a second replay's neither. The
 * fragment goes along with a redirect (Fetch Standard, location URL), so that the same rule can cover what a redirect
 * within the origin leads to, and leaves out all others.
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
      lastId += 1;
      const rule: HeaderRule = {
        id: lastId,
        priority: 1,
        action: {type: 'modifyHeaders', requestHeaders},
        condition: {
          initiatorDomains: [ownHost],
          urlFilter: `|${followRedirects ? toOriginFilter(url) : toFilterText(url)}|`,
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

/** The URL as rules compare it: in its ASCII form. Its own `*` and `^` stay: as wildcards they match themselves. */
function toFilterText(url: string): string {
  return new URL(url).href;
}

/** Every address of its origin with its fragment, which is secret. */
function toOriginFilter(url: string): string {
  const {origin, hash} = new URL(url);
  return `${origin}/*${hash}`;
}
