import type {RunBounds, Sighting} from '../coverage/sighting';
import type {Plan} from '../tracking-plan';
import type {Expectation} from './expectation';
import {createExpectationJudge, type ExpectationResult} from './judge-expectation';
import {createRunEvents} from './run-events';
import {findUnplannedNames, type UnplannedName} from './unplanned-names';

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
  /** Null: no plan, so no name can be missing in it. */
  plan: Pick<Plan, 'rules' | 'isPartial'> | null;
  /** All requests in the order of sending. */
  requests(): Iterable<string>;
}

export function createRunJudge({expectations, bounds, plan, requests}: RunJudgeOptions): RunJudge {
  const run = createRunEvents(bounds, requests);
  const judges = expectations.map((expectation) => {
    const judge = createExpectationJudge(expectation, run);
    const unplanned = plan === null ? [] : findUnplannedNames(expectation, plan);
    const sent = new Map(unplanned.map(({name}) => [name, run.listing({name, pages: null})]));
    // A name that was sent is not misspelt here.
    const isSent = ({name}: UnplannedName) => (sent.get(name)?.().length ?? 0) > 0;
    return (): JudgedExpectation => {
      const unsent = unplanned.filter((each) => !isSent(each));
      return {id: expectation.id, ...judge(), ...(unsent.length > 0 ? {unplanned: unsent} : {})};
    };
  });
  return {
    put: (request, sightings) => {
      if (judges.length > 0) run.put(request, sightings);
    },
    judge: () => judges.map((judge) => judge()),
  };
}
