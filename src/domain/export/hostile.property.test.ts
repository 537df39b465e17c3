import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../capture/captured-request';
import {toHar} from '../har/write-har';
import {inspectRequest} from '../inspect-request';
import {hostileRequests} from '../testing/hostile-request';
import {propertyOptions} from '../testing/property-options';
import {toBodyJson} from './body-json';
import {toBugReport} from './bug-report';
import {toCsv} from './csv';
import {toCurl} from './curl';
import {toFetchCode} from './fetch-code';
import {toPowerShell} from './powershell';

const creator = {name: 'Track Inspector', version: '1'};
const judge = (request: CapturedRequest) => ({request, inspection: inspectRequest(request)});

/** Every export of a request as text. For shells and Node see e2e/curl/hostile-exports.test.ts. */
const writers: Record<string, (request: CapturedRequest) => string> = {
  cURL: (request) => toCurl(request),
  PowerShell: (request) => toPowerShell(request),
  fetch: (request) => toFetchCode(request),
  HAR: (request) => toHar([request], creator),
  CSV: (request) => toCsv([judge(request)]).replace(/^\uFEFF/, ''),
  'bug report': (request) => toBugReport(judge(request)),
  JSON: (request) => toBodyJson(request) ?? '',
};

function check(title: string, test: (request: CapturedRequest) => void): void {
  it(title, () => fc.assert(fc.property(hostileRequests(), test), propertyOptions(5000)), 120_000);
}

describe('an export of a hostile request', () => {
  for (const [name, write] of Object.entries(writers)) {
    check(`${name}: holds no control character and none that hides or turns the text`, (request) => {
      expect(write(request)).not.toMatch(
        /[^\P{Cc}\n\r\t]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u,
      );
    });
  }

  check('PowerShell: outside its strings nothing is the attacker’s', (request) => {
    const quotes = "'\u2018-\u201b";
    const rest = toPowerShell(request).replace(
      new RegExp(`[${quotes}](?:[^${quotes}]|[${quotes}]{2})*[${quotes}]`, 'g'),
      'S',
    );
    expect(rest).not.toMatch(/owned|touch/);
    expect(rest).toMatch(
      /^(?:#[ -~’]*\n)*(?:\$headers = @\{\n(?: {2}\S+ = .*\n)*\}\n)?(?:\$body = .*\n)?Invoke-WebRequest .*$/,
    );
  });

  check('fetch: outside its strings nothing is the attacker’s', (request) => {
    const rest = toFetchCode(request).replace(/"(?:[^"\\]|\\.)*"/g, 'S');
    expect(rest).not.toMatch(/owned|touch/);
    expect(rest).toMatch(/^(?:\/\/[ -~’]*\n)*await fetch\(S, \{\n[\s\S]*\n\}\);$/);
  });

  check('bug report: outside its code nothing is the attacker’s', (request) => {
    const rest = toBugReport(judge(request))
      .replace(/^(`{3,})[^\n`]*\n[\s\S]*?\n\1$/gm, 'B')
      .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'S')
      // The documents that we cite.
      .replace(/\[S\]\(https:\/\/[\w./#-]+\)/g, 'L');
    expect(rest).not.toMatch(/owned|touch|[<>[\]]/);
  });

  check('CSV: every cell is quoted, and none begins like a formula', (request) => {
    const rows = toCsv([judge(request)]).replace(/^\uFEFF/, '');
    expect(rows).toMatch(/^(?:"(?:[^"]|"")*"(?:,|\r\n))+$/);
    for (const [, cell = ''] of rows.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)) {
      expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }
  });

  check('HAR: it is JSON, with tokens for names', (request) => {
    const {log} = JSON.parse(toHar([request], creator)) as {
      log: {entries: {request: {headers: {name: string; value: string}[]; method: string}}[]};
    };
    for (const {headers, method} of log.entries.map(({request: sent}) => sent)) {
      expect(method).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
      for (const {name, value} of headers) {
        expect(name).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
        expect(value).not.toMatch(/[\r\n\0]/);
      }
    }
  });
});

describe('Markdown', () => {
  it('takes a million separate backticks', () => {
    const request = hostileBody('` '.repeat(1_000_000));
    expect(toBugReport(judge(request))).toContain('```');
  });
});

function hostileBody(text: string): CapturedRequest {
  const [request] = fc.sample(hostileRequests(), 1);
  if (request === undefined) throw new Error('No request was made.');
  return {...request, outcome: {state: 'failed', error: text, endedAt: null}};
}
