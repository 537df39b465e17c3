import {findDuplicateKeys} from '../../json/faults/find-duplicate-keys';
import {findFirstError} from '../../json/faults/first-error';
import type {JsonValue} from '../../json/json-value';
import {locate} from '../../json/locate';
import type {PlanSource, RepeatedKey, SourcePosition} from './plan-source';

/** Where a text is invalid, and why. */
export interface TextFault extends SourcePosition {
  message: string;
}

/** JSON text as a source; the fault with its line if it is not JSON. A byte order mark is skipped. */
export function readJsonSource(file: string, text: string): PlanSource | TextFault {
  const bare = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const value = tryParse(bare);
  if (value === undefined) {
    const error = findFirstError(bare);
    const message = `${error?.found ? `“${error.found}”` : 'the text ends'} where ${error?.expected} is expected`;
    return {line: error?.line ?? 1, column: error?.column ?? 1, message};
  }
  return {
    file,
    value,
    repeatedKeys: findDuplicateKeys(bare),
    locate: (pointers) => locate(bare, pointers),
  };
}

/** One JSON value per line: each is an element of the source's list. */
export function readNdjsonSource(file: string, text: string): PlanSource | TextFault {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const values: JsonValue[] = [];
  const lineOf: number[] = [];
  const repeatedKeys: RepeatedKey[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const source = readJsonSource(file, line);
    if (!('value' in source)) return {...source, line: index + 1};
    for (const {key, pointer} of source.repeatedKeys ?? [])
      repeatedKeys.push({key, pointer: `/${values.length}${pointer}`});
    values.push(source.value);
    lineOf.push(index + 1);
  }
  return {
    file,
    value: values,
    repeatedKeys,
    locate: (pointers) =>
      new Map(
        pointers.flatMap((pointer) => {
          const line = lineOf[Number(pointer.split('/')[1])];
          return line === undefined ? [] : [[pointer, {line, column: 1}]];
        }),
      ),
  };
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message differs between browsers, so we search for the fault ourselves.
    return undefined;
  }
}
