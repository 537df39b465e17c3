import type {CapturedHeader, CapturedHeaders} from './captured-request';

/** The header of that name, compared without regard to case; undefined if it was not sent or nothing is known. */
export function getHeader(headers: CapturedHeaders, name: string): CapturedHeader | undefined {
  if (headers.state === 'unknown') return undefined;
  return findHeader(headers.list, name);
}

/** The first of a list of headers that has the name, compared without regard to case. */
export function findHeader<Header extends {name: string}>(
  list: readonly Header[],
  name: string,
): Header | undefined {
  const wanted = name.toLowerCase();
  return list.find((header) => header.name.toLowerCase() === wanted);
}
