import {writeTo} from './capture-database';
import {keepLimits} from './keep-limits';
import type {CaptureLogOptions} from './open-log-base';
import type {WriteObservations} from './queue/write-within-quota';
import {writeObservations} from './write-observations';
import {type TabCounts, writeCounts} from './write-record';
import {reportWrite, type WriterContext} from './writer-context';

/** Writes observations, keeps the log within its limits, and reports what was written and dropped. */
export function createObservationWriter(
  context: WriterContext,
  {recording = () => true, beforeWrite}: Pick<CaptureLogOptions, 'recording' | 'beforeWrite'>,
): WriteObservations {
  const {use, limits, now} = context;
  return async (items) => {
    await beforeWrite?.();
    const {ids, changed, dropped} = await writeTo(await use(), async (tx) => {
      const counts: TabCounts = new Map();
      const merged = await writeObservations(tx, items, {...context, counts, recording});
      return {...merged, dropped: await keepLimits(tx, await writeCounts(tx, counts), limits(), now())};
    });
    reportWrite(context, changed, dropped);
    return ids;
  };
}
