import type {CapturedRequest} from '../capture/captured-request';
import {inOrderOfSending} from '../capture/in-order-of-sending';
import {isJsonObject} from '../json/json-value';
import {canParseUrl} from '../parse-url';
import {matchEndpoint} from '../protocols/endpoints';
import type {Settings} from '../settings';
import {fileOfBody, type HarFiles, readEntryBody} from './entry-body';
import {type HarLogEntry, harPageSchema, hasNoZone} from './har-log';
import {toPageUrl, toRequest, toTime} from './har-request';
import {findReason, type HarFault, readHarEntry} from './read-har';
import {withoutServiceWorkerPairs} from './service-worker-pairs';
import {findUnfollowed} from './unfollowed-redirects';

/** The data of a HAR file that we import. */
export interface HarImport {
  /** In the order of sending: of tab `tabId`, without credentials, not pinned. */
  requests: CapturedRequest[];
  /** Entries to addresses that are not a known endpoint. */
  others: number;
  /** Entries that were skipped. */
  faults: HarFault[];
  /** Requests with an entry of the page and another of its service worker, which count once. */
  pairs: number;
  /** Entries that look like requests but were not sent, since the browser redirected them or did not follow a redirect. */
  unfollowed: number;
  /** Requests whose body is in another file that is missing. */
  apart: number;
  /** Entries whose time has no zone, which is read as UTC, counted from 1. */
  zoneless: number[];
}

/** What the reader needs besides the log. */
export interface HarContext {
  settings: Pick<Settings, 'endpoints'>;
  tabId: number;
  newId(): string;
}

/** Receives the parts of a log, in the order of the log. */
export interface HarReader {
  addPage(page: unknown): void;
  addEntry(entry: unknown): void;
  /** Call it after the last part. Each request is released when it is taken, so that not all of them are in memory. */
  finish(files: HarFiles): {requests: Iterable<CapturedRequest>; summary(): Omit<HarImport, 'requests'>};
}

/** Reads a log part by part. Entries to other addresses are kept without their texts, only to find pairs. */
export function createHarReader({settings, tabId, newId}: HarContext): HarReader {
  const titles = new Map<string, string>();
  const all: HarLogEntry[] = [];
  const faults: HarFault[] = [];
  const zoneless: number[] = [];
  let count = 0;

  function toCaptured(entry: HarLogEntry, files: HarFiles, ids: EntryIds): CapturedRequest {
    const pageUrl = toPageUrl(entry._pageUrl) ?? toPageUrl(titles.get(entry.pageref ?? ''));
    const body = readEntryBody(entry, files);
    const [id, sourceId] = [ids.take(entry), ids.find(entry._replay?.sourceId ?? null)];
    return toRequest(entry, body, {id, tabId, pageUrl, sourceId});
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
      else if (!canParseUrl(entry.request.url)) faults.push({entry: count, reason: 'part-of-address'});
      else if (!isKnown(entry, settings)) all.push(withoutTexts(entry));
      else {
        all.push(entry);
        if (isJsonObject(item) && hasNoZone(item.startedDateTime)) zoneless.push(count);
      }
    },
    finish(files) {
      const unfollowed = findUnfollowed(all);
      const isLeftOut = (entry: HarLogEntry) => unfollowed.has(entry) && isKnown(entry, settings);
      const sent = all.filter((entry) => !isLeftOut(entry));
      const {entries, pairs} = withoutServiceWorkerPairs(sent);
      const leftOut = all.length - sent.length;
      all.length = 0;
      const known = inOrderOfSending(
        entries.filter((entry) => isKnown(entry, settings)),
        ({startedDateTime}) => toTime(startedDateTime),
      );
      const others = entries.length - known.length;
      entries.length = 0;
      let apart = 0;
      const ids = createEntryIds(known, newId);
      function* take() {
        known.reverse();
        for (let entry = known.pop(); entry !== undefined; entry = known.pop()) {
          const request = toCaptured(entry, files, ids);
          if (fileOfBody(entry.request) !== null && request.body.kind === 'missing') apart++;
          yield request;
        }
      }
      return {
        requests: take(),
        summary: () => ({others, faults, pairs, unfollowed: leftOut, apart, zoneless}),
      };
    },
  };
}

interface EntryIds {
  take(entry: HarLogEntry): string;
  /** The ID of the entry that is written in the log with this one; null if there is none. */
  find(written: string | null): string | null;
}

/** Gives each entry an ID of its own, also if a replay before it refers to it. */
function createEntryIds(entries: readonly HarLogEntry[], newId: () => string): EntryIds {
  const left = new Set(entries.flatMap(({_id}) => _id ?? []));
  const ids = new Map<string, string>();
  const give = (written: string) => {
    const id = ids.get(written) ?? newId();
    ids.set(written, id);
    return id;
  };
  return {
    // Logs that were joined by hand may have an ID twice.
    take: ({_id}) => (_id !== undefined && left.delete(_id) ? give(_id) : newId()),
    find: (written) => (written !== null && (left.has(written) || ids.has(written)) ? give(written) : null),
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
