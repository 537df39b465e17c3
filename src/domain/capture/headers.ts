import type {CapturedHeader, CapturedHeaders} from './captured-request';

/** The header of that name, compared without regard to case; undefined if it was not sent or nothing is known. */
export function getHeader(headers: CapturedHeaders, name: string): CapturedHeader | undefined {
  if (headers.state === 'unknown') return undefined;
  const wanted = name.toLowerCase();
  return headers.list.find((header) => header.name.toLowerCase() === wanted);
}
