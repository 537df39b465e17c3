import type {Natives, PageWindow} from './natives';

/** Lets what we put in the place of a page's functions read like them. */
export interface Disguise {
  /** From now on, `toString` tells of `original` where it is asked of `standIn`. */
  hide(standIn: object, original: object): void;
}

/** A Proxy of a function has its name and length, but as text it is a function without a name. */
export function createDisguise(page: PageWindow, {apply, createWeakMap, NativeProxy}: Natives): Disguise {
  const originals = createWeakMap<object, object>();
  const prototype = page.Function.prototype;
  const toText = prototype.toString;
  const standIn = new NativeProxy(toText, {
    __proto__: null,
    apply(target: typeof toText, self: unknown, args: unknown[]): unknown {
      return apply(target, typeof self === 'function' ? (originals.get(self) ?? self) : self, args as []);
    },
  } as ProxyHandler<typeof toText>);
  originals.set(standIn, toText);
  prototype.toString = standIn;
  return {hide: originals.set};
}
