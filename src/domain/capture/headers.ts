import type {CapturedHeader, CapturedHeaders} from './captured-request';

/** The header with that name (case-insensitive); undefined if it was not sent or is not known. */
export function getHeader(headers: CapturedHeaders, name: string): CapturedHeader | undefined {
  if (headers.state === 'unknown') return undefined;
  return findHeader(headers.list, name);
}

/** The first header in a list with that name (case-insensitive). */
export function findHeader<Header extends {name: string}>(
  list: readonly Header[],
  name: string,
): Header | undefined {
  const wanted = name.toLowerCase();
  return list.find((header) => header.name.toLowerCase() === wanted);
}
