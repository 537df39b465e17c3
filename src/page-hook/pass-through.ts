import type {Natives} from './natives';

/** An argument that the browser reads, and the value that it read. */
export interface Reading {
  /** Must be passed to the browser instead of the argument. */
  argument: unknown;
  /** Undefined: it has not read anything. */
  text(): string | undefined;
}

/**
 * An argument that the browser reads as text. An object's `toString` may be the page's own: it runs once, when the
 * browser calls it, and its exceptions reach the page as usual.
 */
export function readText(value: unknown): Reading {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) return {argument: value, text: () => `${value}`};
  let text: string | undefined;
  const argument = {
    __proto__: null,
    toString() {
      text = `${value}`;
      return text;
    },
  };
  return {argument, text: () => text};
}

/** The members of `fetch`'s options that we need, as far as the browser has read them. */
interface ReadMembers {
  argument: unknown;
  method(): string | undefined;
  body(): unknown;
  keepalive(): unknown;
  signal(): unknown;
}

/** Options that the browser reads member by member: getters run once, when it reads them, and no others are read. */
export function readMembers(init: unknown, {NativeProxy, getFrom}: Natives): ReadMembers {
  let method: Reading | undefined;
  let body: unknown;
  let keepalive: unknown;
  let signal: unknown;
  const found = {
    method: () => method?.text(),
    body: () => body,
    keepalive: () => keepalive,
    signal: () => signal,
  };
  if ((typeof init !== 'object' || init === null) && typeof init !== 'function') {
    return {...found, argument: init};
  }
  const get = (_: object, key: PropertyKey): unknown => {
    const value: unknown = getFrom(init, key);
    if (key === 'body') body = value;
    if (key === 'keepalive') keepalive = value;
    if (key === 'signal') signal = value;
    if (key !== 'method' || value === undefined) return value;
    method = readText(value);
    return method.argument;
  };
  const handler = {__proto__: null, get} as ProxyHandler<object>;
  return {...found, argument: new NativeProxy({__proto__: null}, handler)};
}

/** The arguments with the first two replaced; their number stays the same. */
export function replaced(args: readonly unknown[], first: unknown, second: unknown): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < args.length; index += 1) {
    list[index] = index === 0 ? first : index === 1 ? second : args[index];
  }
  return list;
}
