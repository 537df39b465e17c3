import {
  type CapturedRequest,
  createHarReader,
  createLogSplitter,
  describeFaults,
  describeUnfollowed,
  type HarImport,
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
    if (list === 'pages') reader.addPage(parse(text, () => `${file}: a page`));
    else reader.addEntry(parse(text, () => `${file}: entry ${count + 1}`));
    if (list === 'entries') count++;
  });
  for await (const piece of pieces) splitter.push(piece);
  if (splitter.end() !== 'whole') {
    throw new InputError(`${file}: this is not a HAR file: it is cut off, not JSON, or has no log.entries.`);
  }
  const {requests, summary} = reader.finish(() => undefined);
  yield* requests;
  noteLeftOut(summary(), {file, note});
}

/** Reports the parts of a log that could not be read or do not belong to its requests. */
export function noteLeftOut(
  {faults, unfollowed, apart}: Omit<HarImport, 'requests'>,
  {file, note}: Pick<ReadOptions, 'file' | 'note'>,
): void {
  for (const told of [...describeFaults(faults), ...describeUnfollowed(unfollowed)]) note(`${file}: ${told}`);
  if (apart > 0) note(`${file}: ${apart} bodies are in files that are missing. Use the .har.zip instead.`);
}

function parse(text: string, place: () => string): unknown {
  const value = parseHar(text);
  if (value === undefined) throw new InputError(`${place()} is not valid JSON.`);
  return value;
}
