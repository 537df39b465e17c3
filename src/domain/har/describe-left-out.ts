import {formatCount} from '../verdict/format-count';
import type {HarImport} from './har-reader';
import {describeFaults} from './read-har';
import {describeUnfollowed} from './unfollowed-redirects';

/** The parts of a log that could not be read or do not belong to its requests, as parts of a sentence. */
export function describeLeftOut({
  faults,
  pairs,
  unfollowed,
  apart,
  zoneless,
}: Omit<HarImport, 'requests'>): string[] {
  return [
    ...describeFaults(faults),
    ...describeUnfollowed(unfollowed),
    ...(pairs > 0
      ? [`${formatCount(pairs)} recorded for both a page and its service worker counted once`]
      : []),
    ...(apart > 0
      ? [
          `the body of ${formatCount(apart)} is in another file, which is not included; a recording as .har.zip includes it`,
        ]
      : []),
    ...describeZoneless('entry', zoneless),
  ];
}

/** The entries or lines whose time has no zone, as part of a sentence. */
export function describeZoneless(what: 'entry' | 'line', numbers: readonly number[]): string[] {
  const [first, ...others] = numbers;
  if (first === undefined) return [];
  if (others.length === 0) return [`${what} ${first} does not state a time zone, so its time is read as UTC`];
  const more = formatCount(others.length);
  return [`${what} ${first} and ${more} more do not state a time zone, so their times are read as UTC`];
}
