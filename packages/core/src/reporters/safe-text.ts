/** What a terminal obeys or what turns the direction of text, and the beginning of a command of a CI runner. */
const obeyed = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]|#(?=#(?:\[|vso\[))/gu;

/**
 * Captured text for one line: nothing in it is obeyed, everything in it can be read. GitHub and Azure take `##[` and
 * `##vso[` for commands wherever in a line they stand; `::` only at its beginning, where no reporter puts such text.
 */
export function toSafeText(text: string): string {
  return text.replace(obeyed, escapeUnit);
}

/** The same inside JSON, which is laid out in lines already: its strings stay equal. */
export function toSafeJson(json: string): string {
  return json.replace(obeyed, (found) => (found === '\n' ? found : escapeUnit(found)));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
