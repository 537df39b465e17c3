import {resolvePointer} from '../../json/json-pointer';
import type {JsonValue} from '../../json/json-value';
import {isCalled} from '../../verdict/nameless-calls';
import {type Sighting, type SightingRef, toMoment} from '../coverage/sighting';
import {areEqual} from '../validate/are-equal';
import type {ExpectationFacts} from './expectation';

export interface ExpectationResult {
  /** `not-applied`: there was no event that could have met or broken it. */
  state: 'met' | 'broken' | 'not-applied';
  /** Events that count for it. */
  seen: number;
  /** How many of them break it. */
  wrong: number;
  /** The events that break it; empty if it is broken by a missing event. */
  offending: readonly SightingRef[];
}

const notApplied: ExpectationResult = {state: 'not-applied', seen: 0, wrong: 0, offending: []};

/** Checks one expectation for a run, whose events are in the order of sending. */
export function judgeExpectation(expectation: ExpectationFacts, run: readonly Sighting[]): ExpectationResult {
  const {pages} = expectation;
  const events = pages === null ? run : run.filter(({page}) => page !== null && matchesPage(pages, page));
  if (events.length === 0 && (pages !== null || run.length === 0)) return notApplied;
  switch (expectation.kind) {
    case 'count':
      return judgeCount(expectation, named(events, expectation.event));
    case 'never':
      return judgeCount({bound: 'exactly', count: 0}, named(events, expectation.event));
    case 'before':
      return judgeBefore(expectation, events);
    case 'within':
      return judgeWithin(expectation, events);
    case 'property':
      return judgeProperty(expectation, named(events, expectation.event));
  }
}

/** Without regular expressions, which could hang: the parts between stars must follow each other. */
export function matchesPage(pattern: string, page: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === page;
  const last = rest.pop() ?? '';
  if (!page.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = page.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return page.length - last.length >= at && page.endsWith(last);
}

function named(events: readonly Sighting[], name: string): readonly Sighting[] {
  return events.filter((event) => isCalled(event, name));
}

function toResult(seen: number, isMet: boolean, offending: readonly Sighting[]): ExpectationResult {
  return {
    state: isMet ? 'met' : 'broken',
    seen,
    wrong: isMet ? 0 : offending.length,
    offending: isMet ? [] : offending.map(({request, event}) => ({request, event})),
  };
}

function judgeCount(
  {bound, count}: {bound: 'exactly' | 'at-least' | 'at-most'; count: number},
  events: readonly Sighting[],
): ExpectationResult {
  const tooFew = events.length < count && bound !== 'at-most';
  const tooMany = events.length > count && bound !== 'at-least';
  return toResult(events.length, !tooFew && !tooMany, tooMany ? events.slice(count) : []);
}

function judgeBefore(
  {first, next}: {first: string; next: string},
  events: readonly Sighting[],
): ExpectationResult {
  const at = events.findIndex((event) => isCalled(event, first));
  const followers = named(events, next);
  if (followers.length === 0) return notApplied;
  const early = events.slice(0, at < 0 ? undefined : at).filter((event) => isCalled(event, next));
  return toResult(followers.length, early.length === 0, early);
}

function judgeWithin(
  {first, next, milliseconds}: {first: string; next: string; milliseconds: number},
  events: readonly Sighting[],
): ExpectationResult {
  const leaders = named(events, first);
  if (leaders.length === 0) return notApplied;
  const alone: Sighting[] = [];
  let follower: Sighting | null = null;
  for (const event of events.toReversed()) {
    if (isCalled(event, first) && !(follower && isWithin(event, follower, milliseconds)))
      alone.unshift(event);
    if (isCalled(event, next)) follower = event;
  }
  return toResult(leaders.length, alone.length === 0, alone);
}

/** The time between events without recorded times is not known, so it is never called too long. */
function isWithin(leader: Sighting, follower: Sighting, milliseconds: number): boolean {
  const [from, to] = [toMoment(leader), toMoment(follower)];
  return from === null || to === null || to - from <= milliseconds;
}

function judgeProperty(
  {property, equals}: {property: string; equals?: JsonValue | undefined},
  events: readonly Sighting[],
): ExpectationResult {
  if (events.length === 0) return notApplied;
  const wrong = events.filter(({properties}) => {
    const value = resolvePointer(properties, property);
    return value === undefined || (equals !== undefined && !areEqual(value, equals));
  });
  return toResult(events.length, wrong.length === 0, wrong);
}
