import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {buildLoad} from '../panel-preview/build-load';
import {createSamples, type PanelResult, type Samples} from './create-samples';
import {type ListPage, openList} from './open-list';

export interface ListBenchOptions {
  /** At least 15, for a meaningful median. */
  rounds?: number;
  /** Events in the list, and events per request. */
  events?: number;
  batch?: number;
}

/** Steps in the filter field: a letter that nearly every event contains, one that fewer contain, pasted and deleted text. */
const filterSteps = [
  ['first letter', 'i'],
  ['second letter', 'in'],
  ['third letter', 'inv'],
  ['letter taken back', 'in'],
  ['time pasted', '2026-11-22t15:52'],
  ['name', 'name:invite'],
  ['name without', 'name:invite -member'],
  ['emptied', ''],
] as const;

/** Measures the list in any page, with a log of 100,000 events. */
export async function runListBench(options: ListBenchOptions = {}): Promise<PanelResult[]> {
  const {rounds = 15, events = 100_000, batch = 20} = options;
  const records = buildLoad(events, batch);
  const newer = createNewer(records, batch);
  const samples = createSamples();
  const roomy = await openList(records, {maxRequests: 1_000_000});
  for (let round = 0; round < rounds; round++) {
    await samples.add('first paint', roomy.reopen, roomy.isCurrent);
    await measureAppend(samples, 'append 1,000', roomy, newer());
    for (const [name, filter] of filterSteps) {
      await samples.add(`filter: ${name}`, () => roomy.type(filter), roomy.isFiltered);
    }
  }
  roomy.close();
  const full = await openList(records, {maxRequests: records.length});
  for (let round = 0; round < rounds; round++) {
    await measureAppend(samples, 'append 1,000 to a full log', full, newer());
  }
  full.close();
  return samples.toResults();
}

/** Measures how the panel's thread handles messages of the judge, without the judge's own work. */
async function measureAppend(
  samples: Samples,
  name: string,
  list: ListPage,
  requests: readonly CapturedRequest[],
): Promise<void> {
  await list.put(requests);
  await samples.add(name, list.hear, () => list.isNewest(requests.at(-1)));
}

/** Makes batches of 1,000 events in total, each time with later timestamps. */
function createNewer(records: readonly CapturedRequest[], batch: number): () => CapturedRequest[] {
  let latest = records.at(-1)?.startedAt ?? 0;
  let made = 0;
  return () =>
    buildLoad(1_000, batch, `newer-${made++}`).map((request) => {
      latest += 50;
      return {...request, startedAt: latest};
    });
}
