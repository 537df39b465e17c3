import {toIssue} from '../../verdict/to-issue';
import type {SessionRule} from './session-rule';

/** Finds a batch in which one user follows another. Events of nobody in particular (before login) lie between. */
export function createUserSwitchRule(): SessionRule {
  return ({events, protocol}, report) => {
    let current: string | null = null;
    for (const {user, index} of events) {
      if (user === null) continue;
      if (current !== null && user !== current)
        report(
          toIssue('user-switch', {
            event: index,
            pointer: protocol === 'thrivestack-track' ? '/user_id' : '/userId',
            params: {from: current, to: user},
          }),
        );
      current = user;
    }
  };
}
