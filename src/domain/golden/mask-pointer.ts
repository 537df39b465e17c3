import {escapeToken, unescapeToken} from '../json/json-pointer';

/**
 * Where masked values are: a JSON Pointer in which `*` stands for any one token. A member that is really named `*` is
 * written `~2`, as JSON Pointers write `~` and `/` as `~0` and `~1`.
 */
export interface MaskTree {
  /** What is here is masked. */
  isMask: boolean;
  /** What is below a member of this name. */
  named: Map<string, MaskTree>;
  /** What is below every member of an object and every entry of a list. */
  any: MaskTree | null;
}

/** No value is deeper in an event of a golden session. */
const MAX_TOKENS = 100;

/** What a file may have as a mask. An empty one would be the whole event. */
export const maskSyntax = /^(?:\/(?:[^~/]|~[012])*)+$/;

/**
 * The masks as one tree, so that their number costs no time where a value is looked at; a text that is no mask masks
 * nothing.
 */
export function readMasks(masks: readonly string[]): MaskTree {
  const root = newTree();
  for (const mask of masks) {
    const tokens = maskSyntax.test(mask) ? mask.slice(1).split('/') : [];
    if (tokens.length > 0 && tokens.length <= MAX_TOKENS) tokens.reduce(grow, root).isMask = true;
  }
  return root;
}

function newTree(): MaskTree {
  return {isMask: false, named: new Map(), any: null};
}

function grow(tree: MaskTree, token: string): MaskTree {
  if (token === '*') {
    tree.any ??= newTree();
    return tree.any;
  }
  const name = unescapeToken(token.replaceAll('~2', '*'));
  const known = tree.named.get(name) ?? newTree();
  tree.named.set(name, known);
  return known;
}

/** The mask for one place, or, where a token is null, for all that there are. */
export function formatMask(tokens: readonly (string | null)[]): string {
  return tokens.map((token) => `/${token === null ? '*' : toMaskToken(token)}`).join('');
}

/** What these trees say of the member, or entry, of that name. */
export function below(trees: readonly MaskTree[], name: string): MaskTree[] {
  return trees.flatMap(({named, any}) => [named.get(name) ?? [], any ?? []].flat());
}

/** Whether one of these trees masks what it is at. */
export function isMasked(trees: readonly MaskTree[]): boolean {
  return trees.some(({isMask}) => isMask);
}

/** Whether what is at these tokens is masked, or within what is. */
export function isWithinMask(tree: MaskTree, tokens: readonly string[]): boolean {
  let trees = [tree];
  return tokens.some((token) => {
    trees = below(trees, token);
    return isMasked(trees);
  });
}

function toMaskToken(name: string): string {
  return name === '*' ? '~2' : escapeToken(name);
}
