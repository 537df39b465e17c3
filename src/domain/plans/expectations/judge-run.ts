import type {RunBounds, Sighting} from '../coverage/sighting';
import type {Expectation} from './expectation';
import {createExpectationJudge, type ExpectationResult} from './judge-expectation';
import {createRunEvents} from './run-events';

export interface JudgedExpectation extends ExpectationResult {
  /** `Expectation.id`. */
  id: string;
}

/** Checks a run against expectations while its events come and go. */
export interface RunJudge {
  /** The events of a request, in place of its former ones; empty: it is gone. */
  put(request: string, sightings: readonly Sighting[]): void;
  judge(): JudgedExpectation[];
}

export interface RunJudgeOptions {
  expectations: readonly Expectation[];
  bounds: RunBounds;
  /** All requests in the order of sending. */
  requests(): Iterable<string>;
}

export function createRunJudge({expectations, bounds, requests}: RunJudgeOptions): RunJudge {
  const run = createRunEvents(bounds, requests);
  const judges = expectations.map((expectation) => {
    const judge = createExpectationJudge(expectation, run);
    return (): JudgedExpectation => ({id: expectation.id, ...judge()});
  });
  return {
    put: (request, sightings) => {
      if (judges.length > 0) run.put(request, sightings);
    },
    judge: () => judges.map((judge) => judge()),
  };
}
