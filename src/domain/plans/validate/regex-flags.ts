import {isJsonObject, type JsonObject} from '../../json/json-value';

/**
 * The flags with which a schema's patterns compile: null where those of the standard do (`u`), '' where a pattern is
 * one of older habit (`\_`, `\@`), 'refused' where the browser refuses one either way.
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
    // Whether it compiles is the question; what the engine says of it differs between browsers.
    return false;
  }
}
