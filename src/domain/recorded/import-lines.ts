import type {CapturedRequest} from '../capture/captured-request';
import {keepUrl} from '../capture/keep-url';
import type {HarContext} from '../har/har-reader';
import {matchEndpoint} from '../protocols/endpoints';
import {requestAt} from '../request-at';
import {withoutCredentialValues} from '../secrets/without-credential-values';
import {isBlankLine, type RecordedParts, readRecordedLine} from './read-recorded-line';

/** What a file of recorded lines contains for the panel. */
export interface LineImport {
  /** In the order of the file, without credentials. */
  requests: CapturedRequest[];
  /** Requests to addresses that are not a known endpoint. */
  others: number;
  /** Lines that are not a request: "line 2 skipped: this line is not valid JSON. …". */
  faults: string[];
}

/** Reads recorded lines one by one; a line that is not a request is skipped, and the others are read. */
export function createLineImport({settings, tabId, newId}: HarContext) {
  const found: LineImport = {requests: [], others: 0, faults: []};
  let count = 0;

  function add(text: string): void {
    const read = readRecordedLine(text);
    if (!read.ok) found.faults.push(`line ${count} skipped: ${read.fault}`);
    else if (matchEndpoint(read.parts, settings) === null) found.others++;
    else found.requests.push(toImported({...read.parts, id: newId()}));
  }

  function toImported(parts: RecordedParts): CapturedRequest {
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

  return {
    add(text: string) {
      count++;
      if (!isBlankLine(text)) add(count === 1 ? text.replace(/^\ufeff/, '') : text);
    },
    finish: () => found,
  };
}
