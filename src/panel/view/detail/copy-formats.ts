import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {toBodyJson} from '../../../domain/export/body-json';
import {toCurl} from '../../../domain/export/curl';
import type {ExportOptions} from '../../../domain/export/exported-request';
import {toFetchCode} from '../../../domain/export/fetch-code';
import {toPowerShell} from '../../../domain/export/powershell';

export interface CopyFormat {
  title: string;
  write(request: CapturedRequest, options: ExportOptions): string;
}

/** The ways to hand a request to somebody else as text. */
export const copyFormats: readonly CopyFormat[] = [
  {title: 'cURL', write: toCurl},
  {title: 'cURL for PowerShell', write: toPowerShell},
  {title: 'fetch', write: toFetchCode},
  {title: 'JSON', write: writeJson},
];

function writeJson(request: CapturedRequest, options: ExportOptions): string {
  const text = toBodyJson(request, options);
  if (text === null) throw new Error('This request has no body that could be copied.');
  return text;
}
