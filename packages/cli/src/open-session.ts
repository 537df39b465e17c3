import {createSessionBuilder, type GoldenSession, inspectRequest} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import {openConfig} from './config';
import {findFiles} from './find-files';
import type {Io} from './io';
import {readFiles} from './read-files';

export interface SessionFlags {
  config: string | undefined;
  url: string | undefined;
}

/** Reads recordings as one session for comparison. Throws an `InputError`, also if a body could not be read. */
export async function openSession(
  patterns: readonly string[],
  {config, url}: SessionFlags,
  io: Io,
): Promise<GoldenSession> {
  const {settings, mask} = await openConfig(config, io.folder);
  const files = await findFiles(patterns, io.folder);
  const builder = createSessionBuilder(mask);
  for await (const {request} of readFiles(files, {settings, url, io})) {
    builder.add({request, inspection: inspectRequest(request, {settings})});
  }
  io.progress('');
  if (builder.unread > 0) {
    throw new InputError(
      `The body of ${builder.unread === 1 ? '1 request' : `${builder.unread} requests`} could not be read, so their events cannot be compared. "track-inspector check" says why.`,
    );
  }
  const session = builder.session();
  if (session.events.length === 0) {
    throw new InputError(
      'No event to a known endpoint was found. Check the recording and the endpoints in the config.',
    );
  }
  return session;
}
