import {toIssue} from '../../verdict/to-issue';
import {hashText} from './hash-text';
import type {SessionRule} from './session-rule';

/**
 * Finds a `messageId` that another event had before. An event that was sent again correctly keeps its ID;
 * `find-repeats.ts` reports it.
 */
export function createMessageIdRule(): SessionRule {
  /** From the hash of an ID to the hash of the first event with it. */
  const owners = new Map<number, number>();
  return ({events, protocol}, report) => {
    for (const {facts, print, index, name} of events) {
      const fact = facts.find(({kind}) => kind === 'message');
      if (fact === undefined) continue;
      const message = hashText(protocol + fact.id);
      const owner = owners.get(message);
      if (owner === undefined) owners.set(message, print);
      else if (owner !== print)
        report(
          toIssue('duplicate-message-id', {
            event: index,
            pointer: fact.pointer,
            params: {name},
            fixes: ['regenerate-message-id'],
          }),
        );
    }
  };
}
