import {toIssue} from '../../verdict/to-issue';
import type {SessionRule} from './session-rule';

/**
 * Finds a `messageId` that another event had before. An event that was merely sent again has its old id rightly, and
 * is a matter of `find-repeats.ts`.
 */
export function createMessageIdRule(): SessionRule {
  /** From the print of an id to the print of the event that had it first. */
  const owners = new Map<number, number>();
  return ({events}, report) => {
    for (const {message, print, index, name} of events) {
      if (message === null) continue;
      const owner = owners.get(message);
      if (owner === undefined) owners.set(message, print);
      else if (owner !== print)
        report(
          toIssue('duplicate-message-id', {
            event: index,
            pointer: '/messageId',
            params: {name},
            fixes: ['regenerate-message-id'],
          }),
        );
    }
  };
}
