import {isWhollySecret} from './mask-text';
import {isCount, isSecretMember} from './secret-names';

/**
 * Whether a member is a credential as a whole though it is no text with a secret name: a number, list or object with one,
 * or a text with its name beside it.
 */
export function isSecretValue(holder: object, key: string, member: unknown): boolean {
  if (typeof member === 'string') return isWhollySecret(nameBeside(holder, key, member), member);
  const isBlank =
    typeof member === 'boolean' ||
    member === null ||
    (typeof member === 'number' && isCount(key, String(member))) ||
    (typeof member === 'object' && Object.keys(member).length === 0);
  return !isBlank && isSecretMember(key) === true;
}

/** The name of a value in `["x-api-key", "…"]` and `{"name": "token", "value": "…"}`, as in `maskText`; '': it has none. */
export function nameBeside(holder: object, key: string, member: string): string {
  const name: unknown = Array.isArray(holder)
    ? !/^[a-z_-]*$/i.test(member) && holder[Number(key) - 1]
    : key === 'value' && Object.entries(holder).find(([each]) => /^(?:name|key|header)$/.test(each))?.[1];
  return typeof name === 'string' ? name : '';
}
