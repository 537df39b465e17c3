import {readJsonText} from '../../decode/read-json-text';
import {readPastedHar} from '../../har/paste-har';
import {partCredentials} from './part-credentials';
import type {PastedRequest, RawParts} from './pasted-request';
import {readCurl} from './read-curl';
import {isFetchCall, readFetch} from './read-fetch';
import {NoLiteralError} from './read-js-literal';

export type PasteKind = 'curl' | 'fetch' | 'har' | 'json' | 'text';

export type PasteResult =
  /** At least one request. Of `json` and `text` only the body is known. */
  {ok: true; kind: PasteKind; requests: readonly PastedRequest[]} | {ok: false; reason: string};

/**
 * Makes requests of what somebody pasted: a cURL command, a fetch call, a HAR log or entry, JSON, or text that was
 * meant as JSON (a broken body can be mended, or sent on purpose). Nothing is run, and no credential comes along
 * silently: those found are listed apart.
 */
export function readPasted(text: string): PasteResult {
  const trimmed = text.trim();
  if (trimmed === '') return {ok: false, reason: 'There is nothing to paste.'};
  if (/^\uFEFF?[[{]/.test(trimmed)) return readJson(text);
  if (/(?:^|[\s|;&/\\])curl(?:\.exe)?\s/i.test(trimmed)) {
    if (/\^(?:"|\r?\n)/.test(trimmed)) {
      return {
        ok: false,
        reason: 'This is a command for Windows’ cmd; copy it as cURL for bash (POSIX) instead.',
      };
    }
    const curl = readCurl(trimmed);
    return curl === null
      ? {ok: false, reason: 'The cURL command can’t be read: a quote is never closed.'}
      : toResult('curl', [curl]);
  }
  if (isFetchCall(trimmed)) return readFetchCall(trimmed);
  return {ok: false, reason: 'This is no cURL command, fetch call, HAR or JSON.'};
}

function readFetchCall(text: string): PasteResult {
  try {
    return toResult('fetch', [readFetch(text)]);
  } catch (error) {
    if (!(error instanceof NoLiteralError)) throw error;
    return {ok: false, reason: `The fetch call can’t be read. ${error.message}`};
  }
}

function readJson(text: string): PasteResult {
  const reading = readJsonText(text);
  const har = reading.ok ? readPastedHar(reading.value) : null;
  if (har !== null) {
    return har.requests.length > 0
      ? toResult('har', har.requests, har.notes)
      : {ok: false, reason: ['The HAR holds no request.', ...har.notes].join(' ')};
  }
  const bytes = new TextEncoder().encode(text);
  const headers = [{name: 'Content-Type', value: 'application/json'}];
  const notes = reading.ok ? [] : ['The text is no valid JSON.'];
  return toResult(reading.ok ? 'json' : 'text', [{url: null, method: 'POST', headers, body: bytes, notes}]);
}

/** `left` is what was left out of the whole: every request says so, since one is looked at at a time. */
function toResult(kind: PasteKind, requests: readonly RawParts[], left: readonly string[] = []): PasteResult {
  return {
    ok: true,
    kind,
    requests: requests.map((request) => partCredentials({...request, notes: [...request.notes, ...left]})),
  };
}
