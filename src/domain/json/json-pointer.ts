import {isJsonObject, type JsonValue} from './json-value';

/** The reference tokens of a JSON Pointer (RFC 6901), unescaped; null if the text is not a pointer. '' has none. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer.slice(1).split('/').map(unescapeToken);
}

/** The JSON Pointer of these reference tokens; numbers are array indexes. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join('');
}

/** Appends one token: `appendToken('/0', 'a/b')` is `/0/a~1b`. */
export function appendToken(pointer: string, token: string | number): string {
  return `${pointer}/${escapeToken(String(token))}`;
}

/** The pointer of the enclosing container and the last token; null for the document itself. */
export function splitPointer(pointer: string): {parent: string; token: string} | null {
  const slash = pointer.lastIndexOf('/');
  return slash < 0 ? null : {parent: pointer.slice(0, slash), token: unescapeToken(pointer.slice(slash + 1))};
}

/** The value that a pointer refers to, undefined if there is none. Only considers own properties, not the prototype's. */
export function resolvePointer(value: JsonValue, pointer: string): JsonValue | undefined {
  const tokens = parsePointer(pointer);
  if (!tokens) return undefined;
  let current: JsonValue | undefined = value;
  for (const token of tokens) {
    if (Array.isArray(current)) current = isArrayIndex(token) ? current[Number(token)] : undefined;
    else if (isJsonObject(current) && Object.hasOwn(current, token)) current = current[token];
    else return undefined;
  }
  return current;
}

/** RFC 6901 does not allow a sign or a leading zero. */
export function isArrayIndex(token: string): boolean {
  return /^(?:0|[1-9]\d{0,14})$/.test(token);
}

/** A reference token as written in a pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}
