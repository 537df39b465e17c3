import type {CaptureRecord} from '../capture-record';
import type {Observation} from '../observation';
import {chooseRecord} from './choose-record';
import {mergeObservation} from './merge-observations';

/**
 * For tests: works like the capture log, in memory: each observation is merged into its record, or creates one.
 * @param records the records so far, which are changed and returned
 */
export function mergeAll(
  observations: readonly Observation[],
  records: CaptureRecord[] = [],
): CaptureRecord[] {
  for (const observation of observations) {
    const found = chooseRecord(records, observation);
    const merged = mergeObservation(found, observation, `id-${records.length + 1}`);
    if (found === null) records.push(merged);
    else records[records.indexOf(found)] = merged;
  }
  return records;
}
