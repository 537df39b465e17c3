import {sumUp} from './sum-up';

/** Names and values of the events of a request, each pair once, and the events that have it. */
export interface EventParts {
  readonly texts: readonly string[];
  /** The event to which further parts belong. */
  event: number;
  /** Returns its length. */
  add(name: string, value: string): number;
  /** The events that have a part, as a range of `holders`: from the end of the previous part to its own. */
  toHolders(): {holderEnds: Uint32Array; holders: Uint32Array};
}

/** Names with more spaces are only known by their beginning. */
const MAX_SPACES = 7;

/**
 * A name and its value in the form used for searching. A prefix of it finds events with that name and a value that
 * begins like this. Its first character, which input methods cannot type, encodes the number of spaces in the name: this
 * way a value is never taken for a name, or a name with spaces for a shorter one.
 */
export function toNamedPart(name: string, value: string): string {
  const spaces = Math.min(name.split(' ').length - 1, MAX_SPACES);
  return `${String.fromCharCode(1 + spaces)}${name} ${value}`;
}

/** Null: it has no name, or one with too many spaces. */
export function readNamedPart(part: string): {name: string; value: string} | null {
  const spaces = part.charCodeAt(0) - 1;
  if (!(spaces >= 0 && spaces < MAX_SPACES)) return null;
  let end = 0;
  for (let left = spaces; left >= 0; left--) end = part.indexOf(' ', end + 1);
  return end < 0 ? null : {name: part.slice(1, end), value: part.slice(end + 1)};
}

/** Parts are stored by name and value, so that existing ones need not be joined again. */
export function createEventParts(): EventParts {
  const byName = new Map<string, Map<string, number>>();
  const texts: string[] = [];
  /** The occurrences in order: a part, and the event that has it. */
  const met: number[] = [];
  const metIn: number[] = [];

  function toNumber(name: string, value: string): number {
    const byValue = byName.get(name) ?? new Map<string, number>();
    const known = byValue.get(value);
    if (known !== undefined) return known;
    if (byValue.size === 0) byName.set(name, byValue);
    byValue.set(value, texts.length);
    return texts.push(name === '' ? value : toNamedPart(name, value)) - 1;
  }

  return {
    texts,
    event: 0,
    add(name, value) {
      met.push(toNumber(name, value));
      metIn.push(this.event);
      return name.length + value.length + 2;
    },
    toHolders() {
      const counts = new Array<number>(texts.length).fill(0);
      for (const part of met) counts[part] = (counts[part] ?? 0) + 1;
      const holderEnds = sumUp(counts);
      const holders = new Uint32Array(met.length);
      // From the last to the first, each before the placed ones of the same part, so that they stay in order.
      for (let i = met.length - 1; i >= 0; i--) {
        const part = met[i] ?? 0;
        const left = (counts[part] ?? 0) - 1;
        counts[part] = left;
        holders[(part === 0 ? 0 : (holderEnds[part - 1] ?? 0)) + left] = metIn[i] ?? 0;
      }
      return {holderEnds, holders};
    },
  };
}
