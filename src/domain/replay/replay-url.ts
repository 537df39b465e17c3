/** A credential in the query of a captured URL stands there as a reference into the session's secret store. */
const reference = /secret-[A-Za-z0-9_-]+/g;

/** The scheme, host and port of `baseUrl` with everything else of `url`; null if one of them is no URL. */
export function retargetUrl(url: string, baseUrl: string): string | null {
  if (!URL.canParse(url) || !URL.canParse(baseUrl)) return null;
  const {origin} = new URL(baseUrl);
  // Not through URL's setters: they would write the path and query anew.
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url)?.[1];
  return rest === undefined ? null : origin + (rest.startsWith('/') ? rest : `/${rest}`);
}

/** The references to secrets in a URL, in order. */
export function urlSecrets(url: string): string[] {
  return url.match(reference) ?? [];
}

/** The names of the query parameters that hold a reference. */
export function secretParameters(url: string): string[] {
  return queryOf(url).filter(holdsSecret).map(nameOf);
}

/** The URL without the query parameters that hold a reference; every other character stays. */
export function withoutSecretParameters(url: string): string {
  const {before, parameters, after} = splitQuery(url);
  const kept = parameters.filter((parameter) => !holdsSecret(parameter));
  return before + (kept.length > 0 ? `?${kept.join('&')}` : '') + after;
}

/** The URL with its references replaced by the values as they stood there; unknown ones stay references. */
export function withSecrets(url: string, values: ReadonlyMap<string, string>): string {
  return url.replace(reference, (found) => values.get(found) ?? found);
}

function queryOf(url: string): string[] {
  return splitQuery(url).parameters;
}

function splitQuery(url: string): {before: string; parameters: string[]; after: string} {
  const hash = url.indexOf('#');
  const after = hash === -1 ? '' : url.slice(hash);
  const head = hash === -1 ? url : url.slice(0, hash);
  const mark = head.indexOf('?');
  if (mark === -1) return {before: head, parameters: [], after};
  return {before: head.slice(0, mark), parameters: head.slice(mark + 1).split('&'), after};
}

function holdsSecret(parameter: string): boolean {
  return parameter.search(reference) !== -1;
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}
