import {findNearName} from '../near-name';
import type {PlanRule} from '../tracking-plan';

/** Possible reasons why a rule has not seen an event. */
export type UnseenReason =
  /** An unplanned event has a similar name. */
  | {kind: 'near-name'; name: string; seen: number}
  /** The name occurred in a call of another type. */
  | {kind: 'other-call'; call: string; seen: number}
  /** It was sent to hosts that the plan is not for. */
  | {kind: 'other-host'; hosts: readonly string[]}
  | {kind: 'deprecated'};

/** A row with events. */
export interface SeenRow {
  isPlanned: boolean;
  call: string;
  name: string | null;
  seen: number;
}

type Asked = Pick<PlanRule, 'id' | 'call' | 'name' | 'isDeprecated'>;

/** `hosts`: the hosts that the rule's event was sent to, although the plan is not for them. */
type Explain = (rule: Asked, hosts: Iterable<string>) => UnseenReason[];

/** The maximum number of unplanned names that are compared. */
const MAX_NAMES = 500;

/** Explains many rules at once. Similar names are only searched again when other names were seen. */
export function createUnseenExplainer(): (seen: readonly SeenRow[]) => Explain {
  let near = new Map<string, string | null>();
  let known = '';

  return (seen) => {
    const unplanned = seen.filter(({isPlanned, name}) => !isPlanned && name !== null).slice(0, MAX_NAMES);
    const key = JSON.stringify(unplanned.map(({call, name}) => [call, name]));
    if (key !== known) near = new Map();
    known = key;
    const byName = groupByName(seen);

    function findNear({id, call, name}: Asked): string | null {
      if (name === null) return null;
      const before = near.get(id);
      if (before !== undefined) return before;
      const names = unplanned.flatMap((row) => (row.call === call && row.name !== null ? row.name : []));
      const found = findNearName(name, names);
      near.set(id, found);
      return found;
    }

    return (rule, hosts) => {
      const reasons: UnseenReason[] = [];
      const name = findNear(rule);
      const there = name === null ? undefined : byName.get(name)?.find(({call}) => call === rule.call);
      if (there) reasons.push({kind: 'near-name', name: there.name ?? '', seen: there.seen});
      for (const {call, seen: count} of rule.name === null ? [] : (byName.get(rule.name) ?? [])) {
        if (call !== rule.call) reasons.push({kind: 'other-call', call, seen: count});
      }
      const elsewhere = [...hosts];
      if (elsewhere.length > 0) reasons.push({kind: 'other-host', hosts: elsewhere});
      if (rule.isDeprecated) reasons.push({kind: 'deprecated'});
      return reasons;
    };
  };
}

function groupByName(rows: readonly SeenRow[]): Map<string, SeenRow[]> {
  const groups = new Map<string, SeenRow[]>();
  for (const row of rows) {
    if (row.name === null) continue;
    const group = groups.get(row.name);
    if (group) group.push(row);
    else groups.set(row.name, [row]);
  }
  return groups;
}
