import {makeBenchBatches} from './batches';
import {toMedian} from './statistics';
import {timeFrame} from './time-frame';

/** A measured cost in the panel. */
export interface PanelResult {
  name: string;
  /** Medians: of the milliseconds, and of each round's ratio to JSON.parse of *big* in the same round. */
  time: number;
  ratio: number;
}

export interface Samples {
  /** Times `work` to the end of the frame that shows its result. */
  add(name: string, work: () => void, isShown: () => boolean): Promise<void>;
  toResults(): PanelResult[];
}

export function createSamples(): Samples {
  const text = new TextDecoder().decode(makeBenchBatches()[0]?.bytes);
  const all = new Map<string, {time: number; ratio: number}[]>();
  return {
    async add(name, work, isShown) {
      const time = await timeFrame(work, isShown);
      const known = all.get(name) ?? [];
      all.set(name, [...known, {time, ratio: time / timeParse(text)}]);
    },
    toResults: () =>
      [...all].map(([name, samples]) => ({
        name,
        time: toMedian(samples.map(({time}) => time)),
        ratio: toMedian(samples.map(({ratio}) => ratio)),
      })),
  };
}

function timeParse(text: string): number {
  const begun = performance.now();
  JSON.parse(text);
  return performance.now() - begun;
}
