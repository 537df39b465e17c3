import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';
import {parsePointer} from '../../json/json-pointer';
import type {JsonValue} from '../../json/json-value';
import {toErrorMessage} from '../../to-error-message';
import type {TextFault} from './json-source';
import type {PlanSource} from './plan-source';

/** Anchors that are repeated more often than this are an attack on memory. */
const MAX_ALIASES = 100;

/** Each document of the text that is not empty as a source; the first fault with its line if it is not YAML. */
export function readYamlSources(file: string, text: string): PlanSource[] | TextFault {
  const lines = new LineCounter();
  // Version 1.2 dropped merge keys (`<<: *base`), but people use them.
  const options = {lineCounter: lines, version: '1.2', merge: true, prettyErrors: false} as const;
  const documents = parseAllDocuments(text, options);
  const sources: PlanSource[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const {line, col} = lines.linePos(error.pos[0]);
      return {line, column: col, message: error.message};
    }
    const value = toValue(() => document.toJS({maxAliasCount: MAX_ALIASES}));
    if (typeof value === 'string') return {line: 1, column: 1, message: value};
    // After the last `---`, for example.
    if (value.json === null && documents.length > 1) continue;
    const findNode = createNodeFinder(document);
    sources.push({
      file,
      value: value.json,
      locate: (pointers) =>
        new Map(
          pointers.flatMap((pointer) => {
            const node = findNode(parsePointer(pointer) ?? []);
            if (!node?.range) return [];
            const {line, col} = lines.linePos(node.range[0]);
            return [[pointer, {line, column: col}]];
          }),
        ),
    });
  }
  return sources;
}

/**
 * Finds nodes by their path; for a member its key, where users look for it, since the value may begin lines below.
 * Iterates once over the members of each map.
 */
function createNodeFinder({contents}: Document): (path: readonly string[]) => Node | null {
  const members = new Map<YAMLMap, Map<string, Pair>>();

  function pairOf(map: YAMLMap, token: string): Pair | undefined {
    let byKey = members.get(map);
    if (byKey === undefined) {
      byKey = new Map();
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : null;
        if (key !== null && !byKey.has(key)) byKey.set(key, pair);
      }
      members.set(map, byKey);
    }
    return byKey.get(token);
  }

  return (path) => {
    let value: unknown = contents;
    let shown: unknown = contents;
    for (const token of path) {
      const pair = isMap(value) ? pairOf(value, token) : undefined;
      value = isSeq(value) ? value.items[Number(token)] : pair?.value;
      shown = pair?.key ?? value;
    }
    return isNode(shown) ? shown : null;
  };
}

/** Through JSON, so that dates and keys are texts, and objects are not shared between two places. */
function toValue(read: () => unknown): {json: JsonValue} | string {
  try {
    return {json: JSON.parse(JSON.stringify(read() ?? null))};
  } catch (error) {
    // Too many aliases, or a circular value.
    return toErrorMessage(error);
  }
}
