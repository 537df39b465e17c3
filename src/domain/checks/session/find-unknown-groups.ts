import {toIssue} from '../../verdict/to-issue';
import {isRealId} from '../is-real-id';
import type {SessionRule} from './session-rule';

/**
 * Finds calls with a group that no group call has introduced. Each group is reported once. A group call anywhere in
 * the same batch counts, since the server reads the batch as a whole.
 */
export function createUnknownGroupRule(): SessionRule {
  const known = new Set<string>();
  return ({events, protocol}, report) => {
    for (const {facts} of events) {
      for (const fact of facts) if (fact.kind === 'introduction') known.add(protocol + fact.id);
    }
    for (const {facts, index} of events) {
      const fact = facts.find(({kind}) => kind === 'group');
      if (fact === undefined || !isRealId(fact.text) || known.has(protocol + fact.id)) continue;
      const {text: group, id, pointer} = fact;
      known.add(protocol + id);
      report(
        toIssue('unknown-group', {
          event: index,
          pointer,
          params: {group},
        }),
      );
    }
  };
}
