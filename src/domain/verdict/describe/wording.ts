/** What an issue says, for people. */
export interface Wording {
  /** What is wrong, and what to do about it; can be pasted into a ticket. */
  message: string;
  /** What should stand there; '' where there is nothing to say beyond the message. */
  expected: string;
  /** What is there, shortened; '' for nothing. */
  found: string;
}

/** Makes the words of one rule from the params of an issue. */
export type Describe = (params: never, place: Place) => Partial<Wording> & {message: string};

/** The place of an issue, as far as its text needs it. */
export interface Place {
  event: number | null;
  pointer: string;
  position?: {line: number; column: number};
}

/** Of rules that have nothing to add to their sentence. */
export type NoParams = Readonly<Record<string, never>>;

/** A field that holds nothing: "missing", "null", "empty" or "blank". */
export function describeMissing(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return value === '' ? 'empty' : 'blank';
}

/** "an Object", "a String". */
export function withArticle(noun: string): string {
  return `${/^[AEIO]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
