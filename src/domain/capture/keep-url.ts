/** Servers do not accept longer ones: most stop at 8 KB, but a page may write megabytes. */
export const URL_LIMIT = 65_536;
/** An address is processed parameter by parameter; this limits the work whatever a page writes. */
export const PARAMETER_LIMIT = 1_000;

/** A stored address. */
export interface KeptUrl {
  url: string;
  /** Length of the whole address in characters; set if only its beginning is kept. */
  urlLength?: number;
}

/** The address, or its beginning: the first 65,536 characters and the first 1,000 parameters. */
export function keepUrl(url: string): KeptUrl {
  const end = Math.min(URL_LIMIT, endOfParameters(url));
  return url.length <= end ? {url} : {url: url.slice(0, end), urlLength: url.length};
}

/** An address that is only shown and compared, such as a page's: a shortened one ends with an ellipsis. */
export function keepShownUrl(url: string): string {
  const kept = keepUrl(url);
  return kept.urlLength === undefined ? url : `${kept.url}…`;
}

function endOfParameters(url: string): number {
  let at = url.indexOf('?');
  for (let count = 0; count < PARAMETER_LIMIT && at !== -1; count += 1) at = url.indexOf('&', at + 1);
  return at === -1 ? url.length : at;
}
