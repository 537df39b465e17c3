/** Makes a value when it is first asked for, and lets go of what it is made from. */
export function lazily<T>(make: () => T): () => T {
  let made: {value: T} | {make: () => T} = {make};
  return () => {
    if ('make' in made) made = {value: made.make()};
    return made.value;
  };
}
