import type {ActiveRule, Behaviour, Rule} from './behaviour';
import type {ReceivedRequest} from './received-request';

/** A rule that a request has taken; a hanging request waits for `released`. */
export interface TakenRule {
  behaviour: Behaviour;
  released: Promise<void>;
}

interface Entry {
  rule: Rule;
  left: number;
  released: Promise<void>;
  release(): void;
}

export interface RuleQueue {
  add(rule: Rule): ActiveRule;
  /** The oldest rule that matches, used up by one; null if there is none. */
  take(request: Pick<ReceivedRequest, 'method' | 'url' | 'header'>): TakenRule | null;
  /** Whether a matching rule without CORS is next: then the preflight must fail too. */
  refusesCors(request: Pick<ReceivedRequest, 'method' | 'url' | 'header'>): boolean;
  /** Removes all rules and releases all requests that hang because of them. */
  clear(): void;
}

export function createRuleQueue(): RuleQueue {
  const waiting: Entry[] = [];
  const taken = new Set<Entry>();

  function find(request: Pick<ReceivedRequest, 'method' | 'url' | 'header'>): Entry | undefined {
    return waiting.find(({rule}) => rule.match?.(request) ?? true);
  }
  function remove(entry: Entry): void {
    const index = waiting.indexOf(entry);
    if (index >= 0) waiting.splice(index, 1);
  }

  return {
    add: (rule) => {
      const entry = toEntry(rule);
      waiting.push(entry);
      return {release: entry.release, remove: () => remove(entry)};
    },
    take: (request) => {
      const entry = find(request);
      if (!entry) return null;
      taken.add(entry);
      entry.left -= 1;
      if (entry.left <= 0) remove(entry);
      return {behaviour: entry.rule, released: entry.released};
    },
    refusesCors: (request) => find(request)?.rule.cors === false,
    clear: () => {
      for (const entry of [...taken, ...waiting]) entry.release();
      taken.clear();
      waiting.length = 0;
    },
  };
}

function toEntry(rule: Rule): Entry {
  const gate = {open: (): void => undefined};
  const released = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  return {rule, left: rule.times ?? 1, released, release: () => gate.open()};
}
