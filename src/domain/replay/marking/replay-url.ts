import {MASK} from '../../bytes/mask';
import {canParseUrl, toOrigin} from '../../parse-url';
import {
  FORGOTTEN,
  isReference,
  replaceUrlSecrets,
  secretsOfUrl,
  type UrlPlace,
} from '../../secrets/url-secrets';

/** A credential of a captured URL, which only contains a reference to the session's secret store. */
export interface SecretParameter {
  /** `?name` for a parameter, as written in the URL; else a description of its place. */
  name: string;
  reference: string;
  /** The reference cannot be resolved, since its session is over. */
  isForgotten: boolean;
}

/** The scheme, host and port of `baseUrl` with the rest of `url`; null if one of them is not a URL. */
export function retargetUrl(url: string, baseUrl: string): string | null {
  const origin = toOrigin(baseUrl);
  if (origin === null || !canParseUrl(url)) return null;
  // Not with URL's setters, which would rewrite the path and query.
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url)?.[1];
  return rest === undefined ? null : origin + (rest.startsWith('/') ? rest : `/${rest}`);
}

/** The credentials of a captured URL, in order. */
export function secretParameters(url: string): SecretParameter[] {
  const found: SecretParameter[] = [];
  replaceUrlSecrets(url, (value, place) => {
    if (isReference(value)) {
      found.push({name: toName(place), reference: value, isForgotten: value === FORGOTTEN});
    }
    return value;
  });
  return found;
}

export const USER_INFO = 'user and password in the address';

function toName(place: UrlPlace): string {
  if (place.kind === 'parameter') return `?${place.name}`;
  return place.kind === 'path' ? 'key in the path' : USER_INFO;
}

/** The URL without user and password: `fetch` rejects an address with them. */
export function withoutLogin(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/\\?#]*@/i, '$1');
}

/**
 * The URL without the secrets named in `leave`: parameters are removed, others are masked. All other characters are
 * unchanged.
 */
export function withoutSecretParameters(url: string, leave: (secret: SecretParameter) => boolean): string {
  const gone = new Set(
    secretParameters(url).flatMap((secret) => (leave(secret) ? [secret.name + secret.reference] : [])),
  );
  const marked = replaceUrlSecrets(url, (value, place) => {
    if (!gone.has(toName(place) + value)) return value;
    return place.kind === 'parameter' ? REMOVED : MASK;
  });
  return marked === url ? url : withoutRemoved(marked);
}

/** Marks removed parts; a URL never contains this character unescaped. */
const REMOVED = '\u0000';

function withoutRemoved(url: string): string {
  const [, head = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
  const keep = (mark: string, list: string | undefined) => {
    if (list === undefined) return '';
    const kept = list
      .split('&')
      .filter((parameter) => !parameter.endsWith(REMOVED))
      .join('&');
    return kept === '' && list !== '' ? '' : mark + kept;
  };
  // A path may look as if it had parameters. None is removed there.
  return head.replaceAll(REMOVED, MASK) + keep('?', query) + keep('#', fragment);
}

/** The URL with each reference replaced by the result of `lookUp`; if there is none, the reference stays. */
export function withSecrets(url: string, lookUp: (reference: string) => string | undefined): string {
  return replaceUrlSecrets(url, (value) => (isReference(value) ? (lookUp(value) ?? value) : value));
}

/** The credentials of an address that are not references yet, since the user typed them. */
export function typedSecrets(url: string): string[] {
  return secretsOfUrl(url).filter((value) => !isReference(value));
}

/** The URL as it may be stored: each typed credential replaced by its reference. */
export function withoutTypedSecrets(url: string, references: ReadonlyMap<string, string>): string {
  return replaceUrlSecrets(url, (value) =>
    isReference(value) ? value : (references.get(value) ?? FORGOTTEN),
  );
}
