import {indexRules} from '../rule-index';
import type {Plan, PlanRule} from '../tracking-plan';
import type {Sighting} from './sighting';

/** Counts planned events that were sent to hosts which the plan is not for. */
export interface Elsewhere {
  count(sighting: Sighting, step: 1 | -1): void;
  hostsOf(rule: Pick<PlanRule, 'id'>): Iterable<string>;
}

export function createElsewhere(plan: Plan | null): Elsewhere {
  const index = plan && indexRules(plan);
  /** By rule: the number of events for each host. */
  const counts = new Map<string, Map<string, number>>();
  return {
    count({type, name, host}, step) {
      const rule = index?.find(type, name)[0];
      if (!rule) return;
      const hosts = counts.get(rule.id) ?? new Map<string, number>();
      counts.set(rule.id, hosts);
      const count = (hosts.get(host) ?? 0) + step;
      if (count > 0) hosts.set(host, count);
      else hosts.delete(host);
    },
    hostsOf: ({id}) => counts.get(id)?.keys() ?? [],
  };
}
