import type {CapturedRequest} from '../capture/captured-request';
import {inOrderOfSending} from '../capture/in-order-of-sending';
import {keepUrl} from '../capture/keep-url';
import type {HarContext} from '../har/har-reader';
import {matchEndpoint} from '../protocols/endpoints';
import {requestAt} from '../request-at';
import {withoutCredentialValues} from '../secrets/without-credential-values';
import {isBlankLine, type RecordedParts, readRecordedLine} from './read-recorded-line';

/** What a recorded line is. */
export type LineReading =
  /** `zoneless`: the line, counted from 1, if its time has no zone and is read as UTC. */
  | {kind: 'request'; request: CapturedRequest; zoneless?: number}
  /** A request to an address that is not a known endpoint. */
  | {kind: 'other'}
  | {kind: 'blank'}
  /** Not a request. `line` counts from 1. */
  | {kind: 'fault'; line: number; fault: string};

/** Reads recorded lines one by one, as requests of the tab, without credentials. */
export function createLineReader({settings, tabId, newId}: HarContext): (line: string) => LineReading {
  let count = 0;

  function toRequest(parts: RecordedParts): CapturedRequest {
    const kept = keepUrl(parts.url);
    const request = withoutCredentialValues(requestAt(parts.startedAt ?? null, {...parts, url: kept.url}));
    const {origin, outcome} = request;
    return {
      ...request,
      ...(kept.urlLength !== undefined && {urlLength: kept.urlLength}),
      origin: {...origin, tabId},
      // The outcome can no longer change.
      outcome:
        outcome.state === 'pending'
          ? {state: 'unknown', reason: 'The recording does not contain a response.'}
          : outcome,
    };
  }

  return (line) => {
    count++;
    const text = count === 1 ? line.replace(/^\ufeff/, '') : line;
    if (isBlankLine(text)) return {kind: 'blank'};
    const read = readRecordedLine(text);
    if (!read.ok) return {kind: 'fault', line: count, fault: read.fault};
    if (matchEndpoint(read.parts, settings) === null) return {kind: 'other'};
    const request = toRequest({...read.parts, id: newId()});
    return {kind: 'request', request, ...(read.isZoneless && {zoneless: count})};
  };
}

/** What a file of recorded lines contains for the panel. */
export interface LineImport {
  /** In the order of sending, without credentials. */
  requests: CapturedRequest[];
  /** Requests to addresses that are not a known endpoint. */
  others: number;
  /** Lines that are not a request: "line 2 skipped: this line is not valid JSON. …". */
  faults: string[];
  /** Lines whose time has no zone, which is read as UTC, counted from 1. */
  zoneless: number[];
}

/** Collects the requests of recorded lines; a line that is not a request is skipped, and the others are read. */
export function createLineImport(context: HarContext) {
  const found: LineImport = {requests: [], others: 0, faults: [], zoneless: []};
  const read = createLineReader(context);
  return {
    add(line: string): void {
      const reading = read(line);
      if (reading.kind === 'request') {
        found.requests.push(reading.request);
        if (reading.zoneless !== undefined) found.zoneless.push(reading.zoneless);
      } else if (reading.kind === 'other') found.others++;
      else if (reading.kind === 'fault') found.faults.push(`line ${reading.line} skipped: ${reading.fault}`);
    },
    finish: (): LineImport => ({
      ...found,
      requests: inOrderOfSending(found.requests, ({startedAt}) => startedAt),
    }),
  };
}
