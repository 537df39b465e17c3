import {Readable} from 'node:stream';
import {isBlankLine, type RequestParts, readRecordedLine} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import type {ReadOptions} from './read-options';

/** Requests, one per line, as `record` writes them: `{url, method, headers, body, startedAt, response}`. */
export async function* readNdjson(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {file, newId}: ReadOptions,
): AsyncGenerator<RequestParts> {
  const {createInterface} = await import('node:readline');
  let number = 0;
  for await (const written of createInterface({
    input: Readable.from(pieces),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++;
    const text = number === 1 ? written.replace(/^\ufeff/, '') : written;
    // A buffer that was not filled completely ends with NULs.
    if (!isBlankLine(text)) yield readLine(text, `${file}:${number}`, newId());
  }
}

function readLine(text: string, place: string, id: string): RequestParts {
  const read = readRecordedLine(text);
  if (!read.ok) throw new InputError(`${place}: ${read.fault}`);
  return {...read.parts, id};
}
