import {findDuplicateKeys} from '../../src/domain/json/faults/find-duplicate-keys';
import {mayRepeatKeys} from '../../src/domain/json/faults/may-repeat-keys';
import type {JsonValue} from '../../src/domain/json/json-value';
import {locateNearest} from '../../src/domain/json/locate';
import {makeBenchBatches} from './batches';
import type {Mark} from './format-mark';
import {toMedian} from './statistics';

export interface TokenResult {
  name: string;
  /** Medians: of the milliseconds, and of each round's ratio to JSON.parse of the same text in the same round. */
  time: number;
  ratio: number;
  mark: Mark;
}

const works: readonly {name: string; work(text: string, value: JsonValue): unknown; mark: Mark}[] = [
  {name: 'the place of one issue', work: (text) => locate(text, 1), mark: {reach: 1.2, fault: 2.5}},
  {name: 'the places of 200 issues', work: (text) => locate(text, 200), mark: {reach: 2, fault: 3}},
  {name: 'whether a key stands twice', work: mayRepeatKeys, mark: {reach: 1.5, fault: 2.5}},
  {name: 'keys that stand twice', work: findDuplicateKeys, mark: {reach: 4, fault: 6}},
];

/**
 * Compares the readers that process a batch token by token with JSON.parse of *big*. At least 15 rounds, for a
 * meaningful median.
 */
export function runTokenBench(rounds = 31): TokenResult[] {
  const text = new TextDecoder().decode(makeBenchBatches()[0]?.bytes);
  const value = JSON.parse(text) as JsonValue;
  return works.map(({name, work, mark}) => {
    for (let round = 0; round < 5; round++) work(text, value);
    const samples = Array.from({length: rounds}, () => {
      const parse = time(() => JSON.parse(text));
      const own = time(() => work(text, value));
      return {own, ratio: own / parse};
    });
    return {
      name,
      mark,
      time: toMedian(samples.map(({own}) => own)),
      ratio: toMedian(samples.map(({ratio}) => ratio)),
    };
  });
}

/** Spread over the whole batch; the last one is in its last event. */
function locate(text: string, count: number): unknown {
  const pointers = Array.from(
    {length: count},
    (_, index) => `/${Math.floor(((index + 1) * 1_000) / count) - 1}/properties/notes`,
  );
  const found = locateNearest(text, pointers);
  if (found.size !== count) throw new Error(`Only ${found.size} of ${count} places were found.`);
  return found;
}

function time(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
