import {
  type CapturedRequest,
  createHarReader,
  createLogSplitter,
  describeLeftOut,
  parseHar,
} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import type {ReadOptions} from './read-options';

/**
 * Reads a HAR log while it arrives: of a large log, only requests to known endpoints are in memory. Throws an
 * `InputError`.
 */
export async function* readHarStream(
  pieces: AsyncIterable<Uint8Array>,
  {file, settings, newId, note}: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  const reader = createHarReader({settings, tabId: 0, newId});
  let count = 0;
  const splitter = createLogSplitter((list, text) => {
    const value = parseHar(text);
    if (list === 'pages') return reader.addPage(value);
    count++;
    if (value === undefined) throw brokenEntry(file, count);
    reader.addEntry(value);
  });
  for await (const piece of pieces) splitter.push(piece);
  if (splitter.end() !== 'whole') {
    throw new InputError(`${file}: this is not a HAR file: it is cut off, not JSON, or has no log.entries.`);
  }
  const {requests, summary} = reader.finish(() => undefined);
  yield* requests;
  for (const told of describeLeftOut(summary())) note(`${file}: ${told}`);
}

/** The panel skips such an entry; here it could be the one with an error, which must not pass. */
export function brokenEntry(file: string, number: number): InputError {
  return new InputError(`${file}: entry ${number} is not valid JSON.`);
}
