import {readIdentity} from './leaves';

/** Compares leaves; an identity is equal to the one that it was first compared with. */
export interface IdentityCheck {
  /** The difference, as JSON text; null: they are equal. */
  compare(before: string | null, after: string | null): {before: string | null; after: string | null} | null;
}

export function createIdentityCheck(): IdentityCheck {
  const toAfter = new Map<string, string>();
  const toBefore = new Map<string, string>();
  return {
    compare(before, after) {
      const [old, now] = [before && readIdentity(before), after && readIdentity(after)];
      if (before === null || after === null || !old || !now || old.kind !== now.kind) {
        return before === after ? null : {before, after};
      }
      const expected = toAfter.get(before);
      const origin = toBefore.get(after);
      if (expected === undefined && origin === undefined) {
        toAfter.set(before, after);
        toBefore.set(after, before);
        return null;
      }
      return expected === after ? null : {before, after: origin ?? `"<${now.kind}:another>"`};
    },
  };
}
