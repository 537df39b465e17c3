import {standardEvents} from '../standard-events';

const names = Object.keys(standardEvents);

/** Names that other tools use for a standard event; the last is listed by one vendor page and denied by another. */
const synonyms: Readonly<Record<string, string>> = {
  sign_up: 'signed_up',
  user_signed_up: 'signed_up',
  sign_in: 'signed_in',
  login: 'signed_in',
  logged_in: 'signed_in',
  sign_out: 'signed_out',
  logout: 'signed_out',
  logged_out: 'signed_out',
  user_added_to_account: 'account_added_user',
};

/**
 * The standard name that a custom one was probably meant to be, or null: the same except for case and separators, or
 * one letter different.
 */
export function findNearMiss(name: string): string | null {
  if (name.length > 40) return null;
  const plain = toSnakeCase(name);
  if (Object.hasOwn(standardEvents, plain)) return plain;
  const bare = toBare(plain);
  const synonym = Object.keys(synonyms).find((candidate) => toBare(candidate) === bare);
  if (synonym !== undefined) return synonyms[synonym] ?? null;
  const joined = names.find((candidate) => toBare(candidate) === bare);
  return joined ?? names.find((candidate) => isOneLetterOff(plain, candidate)) ?? null;
}

function toBare(name: string): string {
  return name.replaceAll('_', '');
}

function toSnakeCase(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** One letter more, less or different, or two neighbours swapped. */
function isOneLetterOff(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  if (left.length < right.length) return left.slice(start) === right.slice(start + 1);
  if (left.length > right.length) return left.slice(start + 1) === right.slice(start);
  if (left.slice(start + 1) === right.slice(start + 1)) return true;
  const isSwapped = left[start] === right[start + 1] && left[start + 1] === right[start];
  return isSwapped && left.slice(start + 2) === right.slice(start + 2);
}
