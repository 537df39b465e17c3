import type {InputRequest, Settings} from '@track-inspector/core';
import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';
import type {OpenedPlans} from '../../../node/src/open-plans';
import {openConfig} from '../config';
import {createNote} from '../create-note';
import {findFiles} from '../find-files';
import type {Io} from '../io';
import {readFiles} from '../read-files';
import {address, fileName, fileNames, textOr} from './flags';

/** The options of the commands that check recordings against tracking plans. */
export const recordingFlags = z.object({
  config: fileName,
  plan: fileNames,
  format: textOr('stylish'),
  allowEmpty: z._default(z.boolean(), false),
  url: address,
});

type RecordingFlags = z.output<typeof recordingFlags>;

export const emptyOption = [
  '--allow-empty',
  'Pass if there is no analytics request, or none with a readable body',
] as const;

/** Recordings, and what they are checked by. */
export interface Recording {
  settings: Settings;
  plans: OpenedPlans;
  /** Can be read once. Throws an `InputError`. */
  requests: AsyncIterable<InputRequest>;
}

/** Opens the config and the plans, and finds the recordings. Throws an `InputError`. */
export async function openRecording(
  patterns: readonly string[],
  {config, plan, url}: RecordingFlags,
  io: Io,
): Promise<Recording> {
  const {settings, plans: named, exported} = await openConfig(config, io.folder);
  const planFiles = [...named, ...plan];
  // The code that reads plans is the larger part of the program, so it is only loaded if there is a plan.
  const plans =
    planFiles.length + exported.length === 0
      ? {checkers: [], guard: undefined}
      : await (await import('../../../node/src/open-plans')).openPlans(planFiles, exported, {
          folder: io.folder,
          note: createNote(io),
        });
  const files = await findFiles(patterns, io.folder);
  return {settings, plans, requests: readFiles(files, {settings, url, io})};
}

const NO_REQUEST =
  'No analytics request was found. Check the recording and the endpoints in the config, or use --allow-empty.';
const NO_BODY =
  'No body of an analytics request could be read, so no event was checked. Record the bodies too, or use --allow-empty.';

/** The numbers of analytics requests in a recording, and of those with a readable body. */
export interface RecordingCounts {
  requests: number;
  decoded: number;
}

/**
 * Writes the reports of a recording, and resolves to the exit code. A recording of which nothing could be checked must
 * not look like one without issues: throws an `InputError`.
 * @param write resolves to whether the recording fails
 */
export async function conclude(
  {requests, decoded}: RecordingCounts,
  {allowEmpty}: Pick<RecordingFlags, 'allowEmpty'>,
  write: () => Promise<boolean>,
): Promise<0 | 1> {
  if (requests === 0 && !allowEmpty) throw new InputError(NO_REQUEST);
  if (await write()) return 1;
  if (decoded === 0 && !allowEmpty) throw new InputError(NO_BODY);
  return 0;
}
