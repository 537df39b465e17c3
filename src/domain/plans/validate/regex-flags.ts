import {isJsonObject, type JsonObject} from '../../json/json-value';

/**
 * The flags with which a schema's patterns compile: null for those of the standard (`u`), '' for a pattern with older
 * syntax (`\_`, `\@`), 'refused' if the browser rejects it with both.
 */
export function chooseRegexFlags({pattern, patternProperties}: JsonObject): '' | 'refused' | null {
  const patterns = [
    ...(typeof pattern === 'string' ? [pattern] : []),
    ...(isJsonObject(patternProperties) ? Object.keys(patternProperties) : []),
  ];
  if (patterns.every((text) => compiles(text, 'u'))) return null;
  return patterns.every((text) => compiles(text, '')) ? '' : 'refused';
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    // Only whether it compiles matters; the engine's message differs between browsers.
    return false;
  }
}
