/** An object or list that is open at a place, and the key that was read last in it. */
export interface OpenValue {
  kind: '{' | '[';
  from: number;
  key: Span | null;
  awaitsKey: boolean;
}

export interface Span {
  from: number;
  to: number;
}

/** A string, quotes included, a number, or a word. A string that is not closed ends with its line. */
const scalar = /"(?:[^"\\\n]|\\.)*"?|[^\s"{}[\],:]+/y;

/**
 * Tells of the keys and scalars of a JSON text, also of one that is just being typed, until `visit` returns true or the
 * value is over.
 * @param visit gets the token, whether it is a key, and what is open around it, outermost first; a key is its object's
 */
export function walkTokens(
  text: string,
  visit: (token: Span, isKey: boolean, open: readonly OpenValue[]) => boolean,
): void {
  const open: OpenValue[] = [];
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    const inner = open.at(-1);
    scalar.lastIndex = at;
    if (char === '{' || char === '[') {
      open.push({kind: char, from: at, key: null, awaitsKey: char === '{'});
    } else if (char === '}' || char === ']') {
      open.pop();
      if (open.length === 0) return;
    } else if (char === ',' && inner) {
      inner.key = null;
      inner.awaitsKey = inner.kind === '{';
    } else if (char === ':' && inner) {
      inner.awaitsKey = false;
    } else if (scalar.test(text)) {
      const token = {from: at, to: scalar.lastIndex};
      const isKey = inner?.awaitsKey === true;
      if (isKey) inner.key = token;
      if (visit(token, isKey, open)) return;
      at = token.to;
      continue;
    }
    at++;
  }
}
