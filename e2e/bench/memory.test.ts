import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, it} from 'vitest';
import {inspectRequest} from '../../src/domain/inspect-request';
import {type LogEntry, type SearchableEntry, toListed, toLogEntry} from '../../src/panel/store/log/log-entry';
import {packEntry, unpackEntry} from '../../src/panel/store/log/pack-entry';
import {buildLoad} from '../panel-preview/build-load';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Megabytes in use, after pending work has finished. */
async function measure(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve));
  // One collection is sometimes not enough: objects that it frees can keep others alive.
  for (let i = 0; i < 3; i++) collectGarbage();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

/** The data that judge and panel keep. */
const kept: {judge: SearchableEntry[]; panel: LogEntry[]} = {judge: [], panel: []};

function judge(events: number, batch: number): SearchableEntry[] {
  return buildLoad(events, batch).map((request) => toLogEntry(request, inspectRequest(request), 0));
}

it.runIf(process.env.TEST_LONG)(
  '100,000 events take little of the panel, and clearing gives it all back',
  async () => {
    // Schemas and compiled code are created once, before the measurement.
    judge(1_000, 20);
    const before = await measure();
    kept.judge = judge(100_000, 20);
    const judged = await measure();
    kept.panel = kept.judge.map((entry) => unpackEntry(structuredClone(packEntry(toListed(entry)))));
    const listed = await measure();
    Object.assign(kept, {judge: [], panel: []});
    const cleared = await measure();
    expect(judged - before).toBeGreaterThan(10);
    expect(judged - before).toBeLessThan(70);
    expect(listed - judged).toBeGreaterThan(5);
    expect(listed - judged).toBeLessThan(30);
    expect(cleared - before).toBeLessThan(3);
  },
);
