import {countOf} from '../../verdict/format-count';
import {MAX_NAMES} from './seen-events';

/** Events that coverage could not see, so "never seen" may be wrong. Counts are those of the run. */
export interface BlindSpots {
  isRecordingOff: boolean;
  /** Requests that were dropped to make room. */
  dropped: number;
  /** Requests of a known endpoint whose body could not be read. */
  unreadable: number;
  /** Events without a row for their name, since there are too many names. */
  unlisted: number;
  /** Sites of the tab on which capture is not allowed. */
  sitesWithoutCapture: readonly string[];
}

/** A sentence for each, empty if everything was seen. */
export function describeBlindSpots({
  isRecordingOff,
  dropped,
  unreadable,
  unlisted,
  sitesWithoutCapture,
}: BlindSpots): string[] {
  const requests = (count: number) => countOf(count, 'request');
  return [
    ...(isRecordingOff ? ['Recording is off, so new requests are not counted.'] : []),
    ...(dropped > 0 ? [`Not counted: ${requests(dropped)} that were dropped to make room.`] : []),
    ...(unreadable > 0 ? [`The body of ${requests(unreadable)} could not be read.`] : []),
    ...(unlisted > 0
      ? [`Not listed: ${unlisted} events whose names came after the first ${MAX_NAMES}.`]
      : []),
    ...sitesWithoutCapture.map((site) => `Capture is not allowed on ${site}.`),
  ];
}
