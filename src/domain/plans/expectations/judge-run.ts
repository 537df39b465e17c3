import {isOfRun, type RunBounds, type Sighting, toMoment} from '../coverage/sighting';
import type {Expectation} from './expectation';
import {type ExpectationResult, judgeExpectation} from './judge-expectation';

export interface JudgedExpectation extends ExpectationResult {
  /** `Expectation.id`. */
  id: string;
}

/** Users do not open more of the offending events one by one. */
const MAX_OFFENDING = 50;

/** Checks a run against expectations, with its events in the order in which they happened. */
export function judgeRun(
  expectations: readonly Expectation[],
  bounds: RunBounds,
  shares: readonly {sightings: readonly Sighting[]}[],
): JudgedExpectation[] {
  if (expectations.length === 0) return [];
  const sent = shares
    .flatMap(({sightings}) => sightings)
    .filter((sighting) => !sighting.isElsewhere && isOfRun(sighting, bounds));
  const run = inOrder(sent);
  return expectations.map((expectation) => {
    const result = judgeExpectation(expectation, run);
    return {id: expectation.id, ...result, offending: result.offending.slice(0, MAX_OFFENDING)};
  });
}

/**
 * By when they happened; at the same moment, which may be a whole second of the page's clock, by when they were sent.
 * An event without a time stays behind the one before it.
 */
function inOrder(sent: readonly Sighting[]): Sighting[] {
  let last = {moment: Number.NEGATIVE_INFINITY, at: Number.NEGATIVE_INFINITY};
  const timed = sent.map((sighting) => {
    last = {moment: toMoment(sighting) ?? last.moment, at: sighting.at ?? last.at};
    return {sighting, ...last};
  });
  return timed
    .sort((one, other) => compare(one.moment, other.moment) || compare(one.at, other.at))
    .map(({sighting}) => sighting);
}

/** A difference of two infinite numbers would not be a number. */
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
