/**
 * Splits a text that arrives in pieces into lines. Only a line feed ends a line: JSON may contain the line separators
 * of Unicode (U+2028, U+2029), at which Node's readline splits, too.
 */
export function createLineSplitter(onLine: (line: string) => void) {
  let rest = '';
  return {
    push(text: string): void {
      const [first = '', ...others] = text.split('\n');
      rest += first;
      for (const next of others) {
        onLine(rest);
        rest = next;
      }
    },
    /** The text has ended; its last line may not have a line feed. */
    end: () => onLine(rest),
  };
}
