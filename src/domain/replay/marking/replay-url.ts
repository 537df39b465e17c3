import {isSecretParameter} from '../../capture/secrets';

/** What stands for a credential whose value nobody has any more. */
const forgotten = 'secret-forgotten';

/** A query parameter of a captured URL whose value is a reference into the session's secret store. */
export interface SecretParameter {
  /** As written in the URL. */
  name: string;
  reference: string;
  /** The reference leads nowhere: the session it came from is over. */
  isForgotten: boolean;
}

/** The scheme, host and port of `baseUrl` with everything else of `url`; null if one of them is no URL. */
export function retargetUrl(url: string, baseUrl: string): string | null {
  if (!URL.canParse(url) || !URL.canParse(baseUrl)) return null;
  const {origin} = new URL(baseUrl);
  // Not through URL's setters: they would write the path and query anew.
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url)?.[1];
  return rest === undefined ? null : origin + (rest.startsWith('/') ? rest : `/${rest}`);
}

/** The credentials in the query of a captured URL, in order. */
export function secretParameters(url: string): SecretParameter[] {
  return splitQuery(url).parameters.flatMap((parameter) => readSecret(parameter) ?? []);
}

/** The URL without those of its secret parameters that `leave` names; every other character stays. */
export function withoutSecretParameters(url: string, leave: (secret: SecretParameter) => boolean): string {
  const {before, parameters, after} = splitQuery(url);
  const kept = parameters.filter((parameter) => {
    const secret = readSecret(parameter);
    return secret === null || !leave(secret);
  });
  return kept.length === parameters.length
    ? url
    : before + (kept.length > 0 ? `?${kept.join('&')}` : '') + after;
}

/** The URL with each reference replaced by what `lookUp` gives for it; where that is nothing the reference stays. */
export function withSecrets(url: string, lookUp: (reference: string) => string | undefined): string {
  const {before, parameters, after} = splitQuery(url);
  if (parameters.length === 0) return url;
  const written = parameters.map((parameter) => {
    const secret = readSecret(parameter);
    return secret === null ? parameter : `${secret.name}=${lookUp(secret.reference) ?? secret.reference}`;
  });
  return `${before}?${written.join('&')}${after}`;
}

function splitQuery(url: string): {before: string; parameters: string[]; after: string} {
  const hash = url.indexOf('#');
  const after = hash === -1 ? '' : url.slice(hash);
  const head = hash === -1 ? url : url.slice(0, hash);
  const mark = head.indexOf('?');
  if (mark === -1) return {before: head, parameters: [], after};
  return {before: head.slice(0, mark), parameters: head.slice(mark + 1).split('&'), after};
}

function readSecret(parameter: string): SecretParameter | null {
  const found = /^([^=]*)=(secret-[A-Za-z0-9_-]+)$/.exec(parameter);
  const [, name = '', reference = ''] = found ?? [];
  return found !== null && isSecretParameter(name)
    ? {name, reference, isForgotten: reference === forgotten}
    : null;
}
