import {showValue} from '../../verdict/describe-value';
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
            message: `The user changes from ${showValue(current)} to ${showValue(user)} in mid-batch; unless one logged out and another in, an id is stale: send what is queued before the user changes.`,
            expected: showValue(current),
            found: showValue(user),
          }),
        );
      current = user;
    }
  };
}
