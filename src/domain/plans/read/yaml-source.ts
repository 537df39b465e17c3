import {type Document, isMap, isNode, isScalar, LineCounter, type Node, parseAllDocuments} from 'yaml';
import {parsePointer} from '../../json/json-pointer';
import type {JsonValue} from '../../json/json-value';
import {toErrorMessage} from '../../to-error-message';
import type {TextFault} from './json-source';
import type {PlanSource} from './plan-source';

/** Anchors that are repeated more often than this are an attack on memory. */
const MAX_ALIASES = 100;

/** Each document of the text as a source of its own; the first fault with its line where it is no YAML. */
export function readYamlSources(file: string, text: string): PlanSource[] | TextFault {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {lineCounter: lines, version: '1.2', prettyErrors: false});
  const sources: PlanSource[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const {line, col} = lines.linePos(error.pos[0]);
      return {line, column: col, message: error.message};
    }
    const value = toValue(() => document.toJS({maxAliasCount: MAX_ALIASES}));
    if (typeof value === 'string') return {line: 1, column: 1, message: value};
    sources.push({
      file,
      value: value.json,
      locate: (pointers) =>
        new Map(
          pointers.flatMap((pointer) => {
            const node = findNode(document, parsePointer(pointer) ?? []);
            if (!node?.range) return [];
            const {line, col} = lines.linePos(node.range[0]);
            return [[pointer, {line, column: col}]];
          }),
        ),
    });
  }
  return sources;
}

/** Of a member its key, which is where people look for it; the value may begin lines below. */
function findNode(document: Document, path: readonly string[]): Node | null {
  const holder = document.getIn(path.slice(0, -1), true);
  const pair = isMap(holder)
    ? holder.items.find(({key}) => isScalar(key) && String(key.value) === path.at(-1))
    : undefined;
  const node = pair && isNode(pair.key) ? pair.key : document.getIn(path, true);
  return isNode(node) ? node : null;
}

/** Through JSON, which leaves dates as texts, keys as texts, and nothing shared between two places. */
function toValue(read: () => unknown): {json: JsonValue} | string {
  try {
    return {json: JSON.parse(JSON.stringify(read() ?? null))};
  } catch (error) {
    // Too many aliases, or a value that goes round in a circle.
    return toErrorMessage(error);
  }
}
