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
  const run = shares
    .flatMap(({sightings}) => sightings)
    .filter((sighting) => !sighting.isElsewhere && isOfRun(sighting, bounds))
    .sort((one, other) => (toMoment(one) ?? 0) - (toMoment(other) ?? 0));
  return expectations.map((expectation) => {
    const result = judgeExpectation(expectation, run);
    return {id: expectation.id, ...result, offending: result.offending.slice(0, MAX_OFFENDING)};
  });
}
