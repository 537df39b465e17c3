/** Makes a value when it is first asked for, and lets go of what it is made from. */
export function lazily<T>(make: () => T): () => T {
  let source: (() => T) | null = make;
  let value: T;
  return () => {
    if (source !== null) {
      value = source();
      source = null;
    }
    return value;
  };
}
