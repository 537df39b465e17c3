import {MASK} from '../bytes/mask';
import type {CapturedHeader} from '../capture/captured-request';
import {type CredentialFacts, toCredentialFacts} from './credential-facts';
import {maskText} from './mask-text';
import {isSecretHeader} from './secret-names';
import {secretsOfUrl} from './url-secrets';

/** A header as reported by a browser. */
export interface PlainHeader {
  name: string;
  value: string;
}

/** Headers whose value is an address, which may contain a credential. */
const addresses = new Set(['referer', 'location', 'content-location', 'refresh', 'link', 'origin']);

/** A header that is a credential by its name, by its value, or because the capture already treated it as one. */
export function isCredentialHeader({name, value, secret}: CapturedHeader): boolean {
  return secret !== undefined || isSecretHeader(name) || (value !== null && hasSecretValue(name, value));
}

function hasSecretValue(name: string, value: string): boolean {
  if (addresses.has(name.toLowerCase())) return secretsOfUrl(value).length > 0;
  return maskText(value) !== value;
}

function isSecret({name, value}: PlainHeader): boolean {
  return value !== '' && (isSecretHeader(name) || hasSecretValue(name, value));
}

/** The values of a list of headers that must not be stored, in order. */
export function secretsOfHeaders(headers: readonly PlainHeader[]): string[] {
  return headers.filter(isSecret).map(({value}) => value);
}

/** The headers as they are stored: each credential replaced by its reference, with the value null if there is none. */
export function withoutSecretValues(
  headers: readonly PlainHeader[],
  references: ReadonlyMap<string, string> = new Map(),
): CapturedHeader[] {
  return headers.map(({name, value}) => {
    if (!isSecret({name, value})) return {name, value};
    const secret = references.get(value);
    return {
      name,
      value: null,
      ...(secret !== undefined && {secret}),
      ...(isJudged(name) && value !== MASK && {facts: toCredentialFacts(value)}),
    };
  });
}

/** The headers whose credential is checked by a rule. */
function isJudged(name: string): boolean {
  return /^(?:authorization|x-api-key|x-write-key)$/i.test(name);
}

/** The facts about a header's credential; null if the browser did not show its value. */
export function factsOf({value, facts}: CapturedHeader): CredentialFacts | null {
  return facts ?? (value === null || value === MASK ? null : toCredentialFacts(value));
}
