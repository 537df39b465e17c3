import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
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

/**
 * The size of a document, in characters and values, once its aliases are written out. A plan of the largest length has
 * half of it; more is an attack on memory. The library only counts aliases, and plans may have thousands.
 */
const MAX_SIZE = 30_000_000;

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
    const value = toValue(document);
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
function toValue(document: Document): {json: JsonValue} | string {
  try {
    if (measure(document) > MAX_SIZE) return 'its aliases contain themselves, or repeat too much';
    return {json: JSON.parse(JSON.stringify(document.toJS({maxAliasCount: -1}) ?? null))};
  } catch (error) {
    // Nested too deep, for example.
    return toErrorMessage(error);
  }
}

/** The size of a document once its aliases are written out; infinite if one contains itself. */
function measure({contents}: Document): number {
  /** By anchor. An alias means the last one before it. */
  const sizes = new Map<string, number>();

  function measureNode(node: unknown): number {
    if (isAlias(node)) return sizes.get(node.source) ?? 0;
    const anchor = isNode(node) && 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) sizes.set(anchor, Number.POSITIVE_INFINITY);
    const size = 1 + measureInside(node);
    if (anchor !== undefined) sizes.set(anchor, size);
    return size;
  }

  function measureInside(node: unknown): number {
    if (isScalar(node)) return String(node.value).length;
    if (!isCollection(node)) return 0;
    return node.items.reduce<number>(
      (sum, item) =>
        sum + (isPair(item) ? measureNode(item.key) + measureNode(item.value) : measureNode(item)),
      0,
    );
  }

  return measureNode(contents);
}
