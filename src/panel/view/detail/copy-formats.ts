import {toBodyJson} from '../../../domain/export/body-json';
import {toBugReport} from '../../../domain/export/bug-report';
import type {JudgedRequest} from '../../../domain/export/csv';
import {toCurl} from '../../../domain/export/curl';
import type {ExportOptions} from '../../../domain/export/exported-request';
import {toFetchCode} from '../../../domain/export/fetch-code';
import {toPlaywrightAssertion} from '../../../domain/export/playwright-assertion';
import {toPowerShell} from '../../../domain/export/powershell';
import {locate} from '../../../domain/json/locate';
import type {CopyTitle} from './copy-titles';

/** `event`: index of the selected one; null if the request as a whole is selected. */
type WriteCopy = (judged: JudgedRequest, event: number | null, options: ExportOptions) => string;

/** The formats to copy a request as text: loaded on first use. */
export const copyFormats: Record<CopyTitle, WriteCopy> = {
  cURL: ({request}, _, options) => toCurl(request, options),
  'cURL for PowerShell': ({request}, _, options) => toPowerShell(request, options),
  fetch: ({request}, _, options) => toFetchCode(request, options),
  JSON: writeJson,
  'Markdown bug report': (judged, event, options) =>
    toBugReport(judged, event === null ? options : {...options, event}),
  'Playwright assertion': toPlaywrightAssertion,
};

/** The selected event as in the body, or the whole body. */
function writeJson(
  {request, inspection}: JudgedRequest,
  event: number | null,
  options: ExportOptions,
): string {
  const text = toBodyJson(request, options);
  if (text === null) throw new Error('This request has no body to copy.');
  const pointer = (event === null ? undefined : inspection.events[event]?.pointer) ?? '';
  const range = pointer === '' ? undefined : locate(text, [pointer]).get(pointer);
  return range ? text.slice(range.start, range.end) : text;
}
