import {escapeToken, unescapeToken} from '../json/json-pointer';

/**
 * The location of masked values: a JSON Pointer in which `*` stands for any one token. A member that is really named
 * `*` is written `~2`, like JSON Pointers write `~` and `/` as `~0` and `~1`.
 */
export interface MaskTree {
  /** This value is masked. */
  isMask: boolean;
  /** The tree below a member of this name. */
  named: Map<string, MaskTree>;
  /** The tree below every member of an object and every entry of a list. */
  any: MaskTree | null;
}

/** Values of a golden session's events are never deeper. */
const MAX_TOKENS = 100;

/** A valid mask in a file. An empty one would be the whole event. */
export const maskSyntax = /^(?:\/(?:[^~/]|~[012])*)+$/;

/** The masks as one tree, so that looking up a value does not depend on their number; invalid masks do not mask anything. */
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

/** The mask for one place, or, if a token is null, for all places. */
export function formatMask(tokens: readonly (string | null)[]): string {
  return tokens.map((token) => `/${token === null ? '*' : toMaskToken(token)}`).join('');
}

/** The subtrees for the member or entry with that name. */
export function below(trees: readonly MaskTree[], name: string): MaskTree[] {
  return trees.flatMap(({named, any}) => [named.get(name) ?? [], any ?? []].flat());
}

/** Whether one of these trees masks its place. */
export function isMasked(trees: readonly MaskTree[]): boolean {
  return trees.some(({isMask}) => isMask);
}

/** Whether the place with these tokens, or a place that contains it, is masked. */
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
