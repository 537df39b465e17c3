/** A name without case, separators and plural, which are often confused. */
function toPlainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/s$/, '');
}

/** Longer names are not compared letter by letter. */
const MAX_LENGTH = 60;

/**
 * The name that this one was probably meant to be: the same except for case, separators and a plural, or up to two
 * letters different if the name is long enough for that. Null if there is none.
 */
export function findNearName(name: string, known: Iterable<string>): string | null {
  const plain = toPlainName(name);
  let best: {name: string; distance: number} | null = null;
  for (const candidate of known) {
    if (candidate === name) continue;
    if (plain !== '' && toPlainName(candidate) === plain) return candidate;
    const allowed = Math.min(2, Math.floor(Math.min(name.length, candidate.length) / 4));
    if (allowed === 0 || Math.max(name.length, candidate.length) > MAX_LENGTH) continue;
    if (Math.abs(name.length - candidate.length) > allowed) continue;
    const distance = countEdits(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = {name: candidate, distance};
  }
  return best?.name ?? null;
}

/** Levenshtein distance. */
function countEdits(left: string, right: string): number {
  let row = Array.from({length: right.length + 1}, (_, index) => index);
  for (let at = 1; at <= left.length; at++) {
    const next = [at];
    for (let to = 1; to <= right.length; to++) {
      const change = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
