import type {SessionFact} from '../../verdict/session-fact';
import {toIssue} from '../../verdict/to-issue';
import {findPlaceholder, isBlank} from '../placeholders';
import type {SessionRule} from './session-rule';

/**
 * Finds a batch in which the user changes. Events without a user (before login) may be in between, also those that
 * name a visitor "unknown" or "undefined".
 */
export function createUserSwitchRule(): SessionRule {
  return ({events}, report) => {
    let current: SessionFact | null = null;
    for (const {facts, index} of events) {
      const fact = facts.find(({kind}) => kind === 'user');
      if (fact === undefined || isBlank(fact.text) || findPlaceholder(fact.text) !== null) continue;
      if (current !== null && fact.id !== current.id)
        report(
          toIssue('user-switch', {
            event: index,
            pointer: fact.pointer,
            params: {from: current.text, to: fact.text},
          }),
        );
      current = fact;
    }
  };
}
