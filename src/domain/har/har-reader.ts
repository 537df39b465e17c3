import type {CapturedRequest} from '../capture/captured-request';
import {matchEndpoint} from '../protocols/endpoints';
import type {Settings} from '../settings';
import {fileOfBody, type HarFiles, readEntryBody} from './entry-body';
import {type HarLogEntry, harPageSchema} from './har-log';
import {toPageUrl, toRequest} from './har-request';
import {findReason, type HarFault, readHarEntry} from './read-har';
import {withoutServiceWorkerPairs} from './service-worker-pairs';
import {findUnfollowed} from './unfollowed-redirects';

/** What a HAR file holds for us. */
export interface HarImport {
  /** In the order of the file: of tab `tabId`, without credentials, not pinned. */
  requests: CapturedRequest[];
  /** Entries that go to addresses which are not of a known endpoint. */
  others: number;
  /** Entries that were left out. */
  faults: HarFault[];
  /** Requests that the page and its service worker both show, and that count once. */
  pairs: number;
  /** Entries that look like a request but for which nothing was sent, since a redirect was not followed. */
  unfollowed: number;
  /** Requests whose body is in another file that is not there. */
  apart: number;
}

/** What a reading needs to know. */
export interface HarContext {
  settings: Pick<Settings, 'endpoints'>;
  tabId: number;
  newId(): string;
}

/** The parts of a log, one after the other, in its order. */
export interface HarReader {
  addPage(page: unknown): void;
  addEntry(entry: unknown): void;
  /** After the last part. A request is released when it is taken, so that they need not all be in memory. */
  finish(files: HarFiles): {requests: Iterable<CapturedRequest>; summary(): Omit<HarImport, 'requests'>};
}

/** Reads a log part by part. Of entries that go elsewhere only what can make a pair of two is kept. */
export function createHarReader({settings, tabId, newId}: HarContext): HarReader {
  const titles = new Map<string, string>();
  const all: HarLogEntry[] = [];
  const faults: HarFault[] = [];
  let count = 0;

  function toCaptured(entry: HarLogEntry, files: HarFiles): CapturedRequest {
    const pageUrl = toPageUrl(entry._pageUrl) ?? toPageUrl(titles.get(entry.pageref ?? ''));
    return toRequest(entry, readEntryBody(entry, files), {id: newId(), tabId, pageUrl});
  }

  return {
    addPage(page) {
      const known = harPageSchema.safeParse(page);
      if (known.success) titles.set(known.data.id, known.data.title);
    },
    addEntry(item) {
      count++;
      const entry = readHarEntry(item);
      if (entry === null) faults.push({entry: count, reason: findReason(item)});
      else if (!URL.canParse(entry.request.url)) faults.push({entry: count, reason: 'part-of-address'});
      else all.push(isKnown(entry, settings) ? entry : withoutTexts(entry));
    },
    finish(files) {
      const unfollowed = findUnfollowed(all);
      const isLeftOut = (entry: HarLogEntry) => unfollowed.has(entry) && isKnown(entry, settings);
      const sent = all.filter((entry) => !isLeftOut(entry));
      const {entries, pairs} = withoutServiceWorkerPairs(sent);
      const leftOut = all.length - sent.length;
      all.length = 0;
      const known = entries.filter((entry) => isKnown(entry, settings));
      const others = entries.length - known.length;
      entries.length = 0;
      let apart = 0;
      function* take() {
        known.reverse();
        for (let entry = known.pop(); entry !== undefined; entry = known.pop()) {
          const request = toCaptured(entry, files);
          if (fileOfBody(entry.request) !== null && request.body.kind === 'missing') apart++;
          yield request;
        }
      }
      return {requests: take(), summary: () => ({others, faults, pairs, unfollowed: leftOut, apart})};
    },
  };
}

function isKnown({request}: HarLogEntry, settings: HarContext['settings']): boolean {
  return matchEndpoint(request, settings) !== null;
}

function withoutTexts(entry: HarLogEntry): HarLogEntry {
  const {startedDateTime, time, request, response, timings, _serviceWorkerRef} = entry;
  return {
    startedDateTime,
    time,
    request: {...request, headers: [], postData: undefined, _content: undefined},
    response: response && {...response, headers: [], content: undefined},
    timings,
    _serviceWorkerRef,
  };
}
