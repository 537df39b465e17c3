import {type CapturedRequest, createLineReader, createLineSplitter} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import type {ReadOptions} from './read-options';

/**
 * The requests to known endpoints of a file with one request per line, as `record` writes it: `{url, method, headers,
 * body, startedAt, response}`. Throws an `InputError` for a line that is not a request, which the panel skips.
 */
export async function* readLines(
  pieces: AsyncIterable<Uint8Array>,
  {file, settings, newId}: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  const read = createLineReader({settings, tabId: 0, newId});
  const found: CapturedRequest[] = [];
  const splitter = createLineSplitter((line) => {
    const reading = read(line);
    if (reading.kind === 'fault') throw new InputError(`${file}:${reading.line}: ${reading.fault}`);
    if (reading.kind === 'request') found.push(reading.request);
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    splitter.push(decoder.decode(piece, {stream: true}));
    yield* found.splice(0);
  }
  splitter.push(decoder.decode());
  splitter.end();
  yield* found;
}
