import {toIssue} from '../../verdict/to-issue';
import type {SessionRule} from './session-rule';

/** Finds a batch in which the user changes. Events without a user (before login) may be in between. */
export function createUserSwitchRule(): SessionRule {
  return ({events}, report) => {
    let current: string | null = null;
    for (const {facts, index} of events) {
      const fact = facts.find(({kind}) => kind === 'user');
      if (fact === undefined) continue;
      const user: string = fact.text;
      if (current !== null && user !== current)
        report(
          toIssue('user-switch', {
            event: index,
            pointer: fact.pointer,
            params: {from: current, to: user},
          }),
        );
      current = user;
    }
  };
}
