import {resolvePointer} from '../../json/json-pointer';
import type {JsonValue} from '../../json/json-value';
import {type SightingRef, toMoment} from '../coverage/sighting';
import {areEqual} from '../validate/are-equal';
import type {ExpectationFacts} from './expectation';
import type {OrderedEvent, RunEvents} from './run-events';
import type {UnplannedName} from './unplanned-names';

export interface ExpectationResult {
  /** `not-applied`: there was no event that could have met or broken it. */
  state: 'met' | 'broken' | 'not-applied';
  /** Events that count for it. */
  seen: number;
  /** How many of them break it. */
  wrong: number;
  /** The first events that break it; empty if it is broken by a missing event. */
  offending: readonly SightingRef[];
  /** Events that it names, but that are neither in the plan nor were sent. Undefined: none. */
  unplanned?: readonly UnplannedName[];
}

const notApplied: ExpectationResult = {state: 'not-applied', seen: 0, wrong: 0, offending: []};

/** Users do not open more of the offending events one by one. */
const MAX_OFFENDING = 50;

type Judge = () => ExpectationResult;
type Of<Kind extends ExpectationFacts['kind']> = ExpectationFacts & {kind: Kind};

/** Checks one expectation for a run, as its events are now. */
export function createExpectationJudge(expectation: ExpectationFacts, run: RunEvents): Judge {
  const countOnPages = run.counting(expectation.pages);
  const judge = createJudge(expectation, run);
  return () => (countOnPages() === 0 ? notApplied : judge());
}

function createJudge(expectation: ExpectationFacts, run: RunEvents): Judge {
  switch (expectation.kind) {
    case 'count':
      return createCountJudge(expectation, run);
    case 'never':
      return createCountJudge({...expectation, bound: 'exactly', count: 0}, run);
    case 'before':
      return createBeforeJudge(expectation, run);
    case 'within':
      return createWithinJudge(expectation, run);
    case 'property':
      return createPropertyJudge(expectation, run);
  }
}

function toResult(seen: number, isMet: boolean, offending: readonly OrderedEvent[]): ExpectationResult {
  const toRef = ({sighting: {request, event}}: OrderedEvent) => ({request, event});
  return {
    state: isMet ? 'met' : 'broken',
    seen,
    wrong: isMet ? 0 : offending.length,
    offending: isMet ? [] : offending.slice(0, MAX_OFFENDING).map(toRef),
  };
}

function createCountJudge(
  {event, pages, bound, count}: Pick<Of<'count'>, 'event' | 'pages' | 'bound' | 'count'>,
  run: RunEvents,
): Judge {
  const list = run.listing({name: event, pages});
  return () => {
    const events = list();
    const tooFew = events.length < count && bound !== 'at-most';
    const tooMany = events.length > count && bound !== 'at-least';
    return toResult(events.length, !tooFew && !tooMany, tooMany ? events.slice(count) : []);
  };
}

function createBeforeJudge({first, next, pages}: Of<'before'>, run: RunEvents): Judge {
  const leaders = run.listing({name: first, pages});
  const followers = run.listing({name: next, pages});
  return () => {
    const [leader] = leaders();
    const events = followers();
    if (events.length === 0) return notApplied;
    const at = leader ? events.findIndex((event) => run.compare(event, leader) >= 0) : -1;
    const early = events.slice(0, at < 0 ? undefined : at);
    return toResult(events.length, early.length === 0, early);
  };
}

function createWithinJudge({first, next, milliseconds, pages}: Of<'within'>, run: RunEvents): Judge {
  const leaders = run.listing({name: first, pages});
  const followers = run.listing({name: next, pages});
  return () => {
    const events = leaders();
    if (events.length === 0) return notApplied;
    const nexts = followers();
    let at = 0;
    const alone = events.filter((leader) => {
      for (let next = nexts[at]; next && run.compare(next, leader) <= 0; next = nexts[at]) at++;
      const follower = nexts[at];
      return !(follower && isWithin(leader, follower, milliseconds));
    });
    return toResult(events.length, alone.length === 0, alone);
  };
}

/** The time between events without recorded times is not known, so it is never called too long. */
function isWithin(
  {sighting: leader}: OrderedEvent,
  {sighting: follower}: OrderedEvent,
  milliseconds: number,
) {
  const [from, to] = [toMoment(leader), toMoment(follower)];
  return from === null || to === null || to - from <= milliseconds;
}

function createPropertyJudge({event, property, equals, pages}: Of<'property'>, run: RunEvents): Judge {
  const list = run.listing({name: event, pages});
  const wrong = run.listing({
    name: event,
    pages,
    only: {
      key: JSON.stringify({property, equals}),
      test: ({properties}) => !hasProperty(properties, property, equals),
    },
  });
  return () => {
    const {length} = list();
    if (length === 0) return notApplied;
    const offending = wrong();
    return toResult(length, offending.length === 0, offending);
  };
}

function hasProperty(properties: JsonValue, pointer: string, equals: JsonValue | undefined): boolean {
  const value = resolvePointer(properties, pointer);
  return value !== undefined && (equals === undefined || areEqual(value, equals));
}
