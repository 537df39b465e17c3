import {
  type CapturedRequest,
  createLineReader,
  createLineSplitter,
  describeZoneless,
  inOrderOfSending,
} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import type {ReadOptions} from './read-options';

/**
 * The requests to known endpoints, in the order of sending, of a file with one request per line, as `record` writes
 * it: `{url, method, headers, body, startedAt, response}`. Throws an `InputError` for a line that is not a request,
 * which the panel skips.
 */
export async function* readLines(
  pieces: AsyncIterable<Uint8Array>,
  {file, settings, newId, note}: ReadOptions,
): AsyncGenerator<CapturedRequest> {
  const read = createLineReader({settings, tabId: 0, newId});
  const found: CapturedRequest[] = [];
  const zoneless: number[] = [];
  const splitter = createLineSplitter((line) => {
    const reading = read(line);
    if (reading.kind === 'fault') throw new InputError(`${file}:${reading.line}: ${reading.fault}`);
    if (reading.kind !== 'request') return;
    found.push(reading.request);
    if (reading.zoneless !== undefined) zoneless.push(reading.zoneless);
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) splitter.push(decoder.decode(piece, {stream: true}));
  splitter.push(decoder.decode());
  splitter.end();
  for (const told of describeZoneless('line', zoneless)) note(`${file}: ${told}`);
  const ordered = inOrderOfSending(found.splice(0), ({startedAt}) => startedAt).reverse();
  // Each is released when it is taken.
  for (let request = ordered.pop(); request !== undefined; request = ordered.pop()) yield request;
}
