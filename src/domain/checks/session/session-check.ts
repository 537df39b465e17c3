import type {Issue} from '../../verdict/issue';
import {createClockRule} from './find-clock-off';
import {createMessageIdRule} from './find-message-ids';
import {createRepeatRule} from './find-repeats';
import {createUnknownGroupRule} from './find-unknown-groups';
import {createUserSwitchRule} from './find-user-switch';
import type {SessionTrace} from './session-trace';

/** Of one rule, as many findings are told one by one for a request; the rest is counted. */
const MAX_OF_A_KIND = 20;

/** Judges the requests of a session one after the other. */
export interface SessionCheck {
  /** The issues of this request in the light of those before; each carries its id. */
  add(trace: SessionTrace): Issue[];
}

/** Takes time by the events that are added, and remembers a few numbers of each. */
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
