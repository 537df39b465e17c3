import type {Natives} from './natives';

/** An argument that the browser reads, and what it read. */
export interface Reading {
  /** To be handed to the browser instead of the argument. */
  argument: unknown;
  /** Undefined: it has read nothing. */
  text(): string | undefined;
}

/**
 * An argument that the browser takes as text. An object's `toString` may be the page's own: it runs when the browser asks,
 * once, and what it throws reaches the page as ever.
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

/** The members of `fetch`'s options that we want to know, as far as the browser has read them. */
interface ReadMembers {
  argument: unknown;
  method(): string | undefined;
  body(): unknown;
}

/** Options that the browser reads member by member: getters run when it asks, once, and are asked nothing else. */
export function readMembers(init: unknown, {NativeProxy, getFrom}: Natives): ReadMembers {
  let method: Reading | undefined;
  let body: unknown;
  const found = {method: () => method?.text(), body: () => body};
  if ((typeof init !== 'object' || init === null) && typeof init !== 'function') {
    return {...found, argument: init};
  }
  const get = (_: object, key: PropertyKey): unknown => {
    const value: unknown = getFrom(init, key);
    if (key === 'body') body = value;
    if (key !== 'method' || value === undefined) return value;
    method = readText(value);
    return method.argument;
  };
  const handler = {__proto__: null, get} as ProxyHandler<object>;
  return {...found, argument: new NativeProxy({__proto__: null}, handler)};
}

/** The arguments with the first two replaced, as many as there were. */
export function replaced(args: readonly unknown[], first: unknown, second: unknown): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < args.length; index += 1) {
    list[index] = index === 0 ? first : index === 1 ? second : args[index];
  }
  return list;
}
