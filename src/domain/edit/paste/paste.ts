import {readJsonText} from '../../decode/read-json-text';
import {parseHar} from '../../har/parse-har';
import {readPastedHar} from '../../har/paste-har';
import {isJsonObject, type JsonValue} from '../../json/json-value';
import {readCurl} from './curl/read-curl';
import {isForCmd, isForPowerShell} from './curl/windows-quotes';
import {extractCredentials} from './extract-credentials';
import {beginsWithFetch, isFetchCall, readFetchCalls} from './js/read-fetch';
import {NoLiteralError} from './js/read-js-literal';
import type {PastedRequest, RawParts} from './pasted-request';

export type PasteKind = 'curl' | 'fetch' | 'har' | 'json' | 'text';

export type PasteResult =
  /** At least one request. For `json` and `text` only the body is known. */
  {ok: true; kind: PasteKind; requests: readonly PastedRequest[]} | {ok: false; reason: string};

/**
 * Turns pasted text into requests: a cURL command, a fetch call, a HAR log or entry, JSON, or text that was meant as
 * JSON (a broken body can be fixed, or sent on purpose). Nothing is executed, and credentials are never included
 * silently: they are listed separately.
 */
export function readPasted(pasted: string): PasteResult {
  const text = withoutFence(pasted);
  const trimmed = text.trim();
  if (trimmed === '') return {ok: false, reason: 'There is nothing to paste.'};
  const isJson = /^\uFEFF?[[{]/.test(trimmed);
  if (isJson && readJsonText(text).ok) return readJson(text);
  if (beginsWithFetch(trimmed)) return readFetchCall(trimmed);
  const curl = /\bcurl\b/i.test(trimmed) ? readCommands(trimmed) : null;
  if (curl?.ok || (curl !== null && !isJson && !isFetchCall(trimmed))) return curl;
  if (isJson) return readJson(text);
  if (isFetchCall(trimmed)) return readFetchCall(trimmed);
  if (isForPowerShell(trimmed)) return {ok: false, reason: forPowerShell};
  return {ok: false, reason: 'This is not a cURL command, a fetch call, a HAR or JSON.'};
}

const fenced = /^(`{3,10}|~{3,10})[\w-]{0,40}[ \t]{0,8}\r?\n([\s\S]*)\n[ \t]{0,8}\1$/;

/** Removes Markdown code marks: the text may be copied from a chat or an issue. */
function withoutFence(pasted: string): string {
  const trimmed = pasted.trim();
  const inner = fenced.exec(trimmed)?.[2] ?? /^`([^`]+)`$/.exec(trimmed)?.[1];
  return inner ?? pasted;
}

const forPowerShell = 'This command is for PowerShell. Copy it as cURL (bash) instead.';

/** Reads text that contains the word curl. */
function readCommands(pasted: string): PasteResult {
  const text = withoutEntities(pasted);
  if (isForPowerShell(text)) return {ok: false, reason: forPowerShell};
  if (isForCmd(text)) {
    return {
      ok: false,
      reason: 'This command is for Windows cmd. Copy it as cURL (bash) instead.',
    };
  }
  const curl = readCurl(text);
  if (!curl.ok) return curl;
  if (curl.requests.length === 0)
    return {ok: false, reason: 'The text contains the word curl, but no command starts with it.'};
  return toResult(
    'curl',
    curl.requests,
    text === pasted ? [] : ['Entities of HTML are read as what they stand for.'],
  );
}

const entities: Readonly<Record<string, string>> = {quot: '"', apos: "'", lt: '<', gt: '>', amp: '&'};

/**
 * Decodes text that was copied from the source of a page: a word starts with the entity of a quotation mark, and there
 * is no quotation mark before it.
 */
function withoutEntities(text: string): string {
  if (!/^[^'"]*\s\$?(?:&quot;|&apos;|&#0?39;|&#x27;)/i.test(text)) return text;
  return text.replace(/&(?:(quot|apos|lt|gt|amp)|#0?39|#x27);/gi, (_, name?: string) =>
    name === undefined ? "'" : (entities[name.toLowerCase()] ?? ''),
  );
}

function readFetchCall(text: string): PasteResult {
  try {
    return toResult('fetch', readFetchCalls(text));
  } catch (error) {
    if (!(error instanceof NoLiteralError)) throw error;
    return {ok: false, reason: `The fetch call cannot be read. ${error.message}`};
  }
}

function readJson(text: string): PasteResult {
  const reading = readJsonText(text);
  if (reading.ok && isPostman(reading.value))
    return {ok: false, reason: 'This is a Postman request. Copy it as cURL instead.'};
  const har = readPastedHar(reading.ok ? reading.value : parseHar(text));
  if (har !== null) {
    return har.requests.length > 0
      ? toResult('har', har.requests, har.notes)
      : {ok: false, reason: ['The HAR file contains no requests.', ...har.notes].join(' ')};
  }
  const bytes = new TextEncoder().encode(text);
  const headers = [{name: 'Content-Type', value: 'application/json'}];
  const notes = reading.ok ? [] : ['The text is not valid JSON.'];
  return toResult(reading.ok ? 'json' : 'text', [{url: null, method: 'POST', headers, body: bytes, notes}]);
}

/**
 * A Postman collection or an item of one: its request uses the names `header` and `body` instead of HAR's `headers` and
 * `postData`.
 */
function isPostman(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const {info, request} = value;
  if (isJsonObject(info) && /getpostman\.com|\.postman\./.test(String(info.schema))) return true;
  return isJsonObject(request) && !('headers' in request) && ('header' in request || 'body' in request);
}

/** `left`: what was not read of the pasted text. Every request contains it, since only one is shown at a time. */
function toResult(kind: PasteKind, requests: readonly RawParts[], left: readonly string[] = []): PasteResult {
  return {
    ok: true,
    kind,
    requests: requests.map((request) => extractCredentials({...request, notes: [...request.notes, ...left]})),
  };
}
