import {inspectRequest, requestFromParts} from '../../src/domain/inspect-request';
import {type BenchBatch, makeBenchBatches} from './batches';

export interface BenchResult {
  name: string;
  kilobytes: number;
  /** Medians, in milliseconds. */
  parse: number;
  inspect: number;
  /** Median of the ratios of the rounds: both sides of a round ran under the same load. */
  ratio: number;
  issues: number;
  marks: BenchBatch['marks'];
}

export interface BenchOptions {
  /** At least 15, for a meaningful median. */
  rounds?: number;
}

/**
 * Compares inspectRequest with JSON.parse of the same bytes, interleaved in one run, in the context where it is
 * called: Node, or a page of the extension under its CSP.
 */
export function runBench({rounds = 31}: BenchOptions = {}): BenchResult[] {
  return makeBenchBatches().map((batch) => measure(batch, rounds));
}

function measure({name, bytes, marks}: BenchBatch, rounds: number): BenchResult {
  const request = requestFromParts({
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: 'Bearer token'},
    body: bytes,
    startedAt: '2026-04-30T07:08:48Z',
  });
  const text = new TextDecoder().decode(bytes);
  // Short work is repeated, since the clock of a page is coarse.
  const repeats = Math.max(1, Math.round(500_000 / bytes.length));
  const parse = () => JSON.parse(text);
  const inspect = () => inspectRequest(request);
  for (let round = 0; round < 5; round++) {
    time(parse, repeats);
    time(inspect, repeats);
  }
  const samples = Array.from({length: rounds}, () => ({
    parse: time(parse, repeats),
    inspect: time(inspect, repeats),
  }));
  return {
    name,
    kilobytes: Math.round(bytes.length / 1000),
    parse: median(samples.map((sample) => sample.parse)),
    inspect: median(samples.map((sample) => sample.inspect)),
    ratio: median(samples.map((sample) => sample.inspect / sample.parse)),
    issues: inspect().issues.length,
    marks,
  };
}

/** Milliseconds of one call. */
function time(work: () => unknown, repeats: number): number {
  const start = performance.now();
  for (let at = 0; at < repeats; at++) work();
  return (performance.now() - start) / repeats;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
