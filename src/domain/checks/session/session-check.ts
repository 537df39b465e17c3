import type {Issue} from '../../verdict/issue';
import {createClockRule} from './find-clock-off';
import {createMessageIdRule} from './find-message-ids';
import {createRepeatRule} from './find-repeats';
import {createUnknownGroupRule} from './find-unknown-groups';
import {createUserSwitchRule} from './find-user-switch';
import type {SessionTrace} from './session-trace';

/** The number of issues per rule and request that are listed; the rest is counted. */
const MAX_OF_A_KIND = 20;

/** Checks the requests of a session one after the other. */
export interface SessionCheck {
  /** The issues of this request, taking earlier requests into account; each has its ID. */
  add(trace: SessionTrace): Issue[];
}

/** Takes time in proportion to the added events, and stores a few numbers per event. */
export function createSessionCheck(): SessionCheck {
  const rules = [
    createRepeatRule(),
    createMessageIdRule(),
    createUserSwitchRule(),
    createClockRule(),
    createUnknownGroupRule(),
  ];
  return {
    add(trace) {
      return rules.flatMap((rule) => {
        const told: Issue[] = [];
        let found = 0;
        rule(trace, (issue) => {
          found++;
          if (told.length < MAX_OF_A_KIND) told.push({...issue, requestId: trace.requestId});
        });
        const [first] = told;
        return first && found > told.length ? [...told, tellRest(first, found - told.length)] : told;
      });
    },
  };
}

function tellRest(issue: Issue, rest: number): Issue {
  return {...issue, event: null, pointer: '', rest, fixes: []};
}
