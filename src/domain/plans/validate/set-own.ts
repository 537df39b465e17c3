/** Sets a member with any name: assigning to `__proto__` would change the prototype instead. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, {value, enumerable: true, configurable: true, writable: true});
}
