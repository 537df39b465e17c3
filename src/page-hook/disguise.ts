import type {Natives, PageWindow} from './natives';

/** Makes our replacements of a page's functions look like the originals. */
export interface Disguise {
  /** From now on, `toString` of `standIn` returns that of `original`. */
  hide(standIn: object, original: object): void;
}

/** A Proxy of a function has its name and length, but its text is a function without a name. */
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
