import {escapeToken, unescapeToken} from '../json/json-pointer';

/**
 * Where masked values are: a JSON Pointer in which `*` stands for any one token. A member that is really named `*` is
 * written `~2`, as JSON Pointers write `~` and `/` as `~0` and `~1`.
 */
export type MaskPattern = readonly MaskToken[];

/** Stands for every member of an object and every entry of a list. */
const ANY = Symbol('any token');
type MaskToken = string | typeof ANY;

/** What a file may have as a mask. An empty one would be the whole event. */
export const maskSyntax = /^(?:\/(?:[^~/]|~[012])*)+$/;

/** The patterns that masks write down; a text that is no mask masks nothing. */
export function readMasks(masks: readonly string[]): MaskPattern[] {
  const toTokens = (mask: string) => mask.slice(1).split('/');
  return masks.filter((mask) => maskSyntax.test(mask)).map((mask) => toTokens(mask).map(readToken));
}

/** The mask for one place, or, where a token is null, for all that there are. */
export function formatMask(tokens: readonly (string | null)[]): string {
  return tokens.map((token) => `/${token === null ? '*' : toMaskToken(token)}`).join('');
}

/** Whether this token of a pattern means the member, or entry, of that name. */
export function isMeant(token: MaskToken | undefined, name: string | null): boolean {
  return name !== null && (token === ANY || token === name);
}

/** Whether a pattern means what is at these tokens, itself and nothing in or around it. */
export function isMasked(pattern: MaskPattern, tokens: readonly string[]): boolean {
  return pattern.length === tokens.length && tokens.every((name, index) => isMeant(pattern[index], name));
}

function toMaskToken(name: string): string {
  return name === '*' ? '~2' : escapeToken(name);
}

function readToken(token: string): MaskToken {
  return token === '*' ? ANY : unescapeToken(token.replaceAll('~2', '*'));
}
