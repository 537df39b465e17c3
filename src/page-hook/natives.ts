/** A page's global object. */
export type PageWindow = typeof globalThis & Window;

/** All functions of the page that we use, taken before any script of the page ran: it may replace them later. */
export type Natives = ReturnType<typeof takeNatives>;

/**
 * Takes them. Code here must not look up a method of the page's objects when it is called: if the page has replaced it,
 * that code would run, or fail. So lists are read by index, and our objects have no prototype.
 */
export function takeNatives(page: PageWindow) {
  const {free, getter, viewGetters} = createCallers(page);
  const {Uint8Array: Bytes, Blob: NativeBlob, URL: NativeURL, Proxy: NativeProxy} = page;
  const typedArray: object = page.Object.getPrototypeOf(Bytes.prototype);
  const encoder = new page.TextEncoder();
  const encode = free(page.TextEncoder.prototype.encode);
  return {
    apply: page.Reflect.apply,
    construct: page.Reflect.construct,
    Bytes,
    NativeBlob,
    NativeURL,
    NativeProxy,
    setPrototype: page.Object.setPrototypeOf,
    readPlainList: createListReader(page),
    getFrom: page.Reflect.get,
    isView: page.ArrayBuffer.isView,
    stringify: page.JSON.stringify,
    fromCharCode: page.String.fromCharCode,
    toUpperCase: free(page.String.prototype.toUpperCase),
    indexOf: free(page.String.prototype.indexOf),
    slice: free(page.String.prototype.slice),
    now: page.Date.now,
    btoa: free<unknown, [string], string>(page.btoa),
    whenRead: free<Promise<ArrayBuffer>, [(buffer: ArrayBuffer) => void, () => void], unknown>(
      page.Promise.prototype.then,
    ),
    encode: (text: string): Uint8Array<ArrayBuffer> => encode(encoder, text),
    setBytes: free<Uint8Array, [Uint8Array, number], void>(Bytes.prototype.set),
    readBlob: free<Blob, [], Promise<ArrayBuffer>>(NativeBlob.prototype.arrayBuffer),
    sizeOf: getter<number>(NativeBlob.prototype, 'size'),
    lengthOfBuffer: getter<number>(page.ArrayBuffer.prototype, 'byteLength'),
    typeOfArray: getter<string | undefined>(typedArray, page.Symbol.toStringTag),
    ofArray: viewGetters(typedArray),
    ofDataView: viewGetters(page.DataView.prototype),
    hrefOf: getter<string>(NativeURL.prototype, 'href'),
    urlOfRequest: getter<string>(page.Request.prototype, 'url'),
    methodOfRequest: getter<string>(page.Request.prototype, 'method'),
    wasAborted: getter<boolean>(page.AbortSignal.prototype, 'aborted'),
    baseOf: getter<string>(page.Node.prototype, 'baseURI'),
    /** Our own map, which does not keep its keys alive. */
    createWeakMap<Key extends WeakKey, Value>() {
      const map = new page.WeakMap<Key, Value>();
      const [get, set] = [free(page.WeakMap.prototype.get), free(page.WeakMap.prototype.set)];
      return {
        get: (key: Key): Value | undefined => get(map, key) as Value | undefined,
        set: (key: Key, value: Value): void => void set(map, key, value),
      };
    },
  };
}

/** Creates functions that call a method or a getter without looking it up. */
function createCallers({Object: {getOwnPropertyDescriptor}, Reflect: {apply}}: PageWindow) {
  /** `method(self, …)` for `self.method(…)`. */
  const free =
    <This, Args extends unknown[], Result>(method: (this: This, ...args: Args) => Result) =>
    (self: This, ...args: Args): Result =>
      apply(method, self, args);
  const getter = <Result>(owner: object, name: PropertyKey): ((self: unknown) => Result) => {
    const get = getOwnPropertyDescriptor(owner, name)?.get;
    if (get === undefined) throw new TypeError(`No getter was found for ${String(name)}.`);
    return free<unknown, [], Result>(get);
  };
  const viewGetters = (owner: object) => ({
    buffer: getter<ArrayBuffer>(owner, 'buffer'),
    offset: getter<number>(owner, 'byteOffset'),
    length: getter<number>(owner, 'byteLength'),
  });
  return {free, getter, viewGetters};
}

/** Longer lists are not read, since a page may make a Blob of a million lines. */
const MAX_LENGTH = 10_000;

/**
 * Creates a function that returns a copy of a list as the browser will read it, and null for anything else: for a list
 * with getters or with an iterator of the page, which only the browser may read, and once. A Proxy of a list cannot be
 * told from the list: its own values are returned, since the page would notice if its getters were called again.
 */
function createListReader(page: PageWindow): (list: unknown) => unknown[] | null {
  const {getOwnPropertyDescriptor, getPrototypeOf, hasOwn} = page.Object;
  const {isArray, prototype} = page.Array;
  const {iterator} = page.Symbol;
  /** The value of a property without a getter. */
  const dataOf = (owner: object, key: PropertyKey): unknown => {
    const property = getOwnPropertyDescriptor(owner, key);
    return property !== undefined && hasOwn(property, 'value') ? property.value : undefined;
  };
  const iterators: object = getPrototypeOf(prototype.values());
  const [values, next] = [dataOf(prototype, iterator), dataOf(iterators, 'next')];
  const isReadByIndex = (list: object) =>
    getPrototypeOf(list) === prototype &&
    !hasOwn(list, iterator) &&
    dataOf(prototype, iterator) === values &&
    dataOf(iterators, 'next') === next;
  return (list) => {
    if (!isArray(list) || !isReadByIndex(list)) return null;
    const length = dataOf(list, 'length') as number;
    if (length > MAX_LENGTH) return null;
    const copy: unknown[] = [];
    for (let index = 0; index < length; index += 1) {
      const value = dataOf(list, index);
      if (value === undefined) return null;
      copy[index] = value;
    }
    return copy;
  };
}

/** The page must not notice our errors. */
export function quietly<Result>(task: () => Result): Result | undefined {
  try {
    return task();
  } catch {
    // Nothing is reported in this case: the browser's own observers still see the request.
    return undefined;
  }
}
