import {toIssue} from '../../verdict/to-issue';
import type {SessionRule} from './session-rule';

/**
 * Finds calls of a group that no group call has introduced. Each group is told of once; a group call anywhere in the
 * same batch counts, since the server reads it together with the rest.
 */
export function createUnknownGroupRule(): SessionRule {
  const known = new Set<string>();
  return ({events, protocol}, report) => {
    if (protocol === 'thrivestack-track') return;
    for (const {introduced} of events) if (introduced !== null) known.add(introduced);
    for (const {group, index} of events) {
      if (group === null || known.has(group)) continue;
      known.add(group);
      report(
        toIssue('unknown-group', {
          event: index,
          pointer: '/context/groupId',
          params: {group},
        }),
      );
    }
  };
}
