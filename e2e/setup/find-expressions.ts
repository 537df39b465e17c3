import {parseSync} from 'vite';

/** A regular expression of a source file. */
export interface FoundExpression {
  path: string;
  line: number;
  source: string;
  flags: string;
}

export interface ExpressionSearch {
  found: FoundExpression[];
  /** Calls of RegExp whose pattern is only known at run time, as `path:line`. */
  unknown: string[];
}

/** A node of the syntax tree (ESTree), as far as it is used here. */
interface Node {
  type: string;
  start: number;
  [member: string]: unknown;
}

/**
 * All regular expressions of a source file, read from its syntax tree: literals, and calls of RegExp whose arguments
 * are strings or constants of the same file made of strings.
 */
export function findExpressions({path, text}: {path: string; text: string}): ExpressionSearch {
  const {program} = parseSync(path, text);
  const nodes = [...walk(program)];
  const constants = new Map(nodes.flatMap(toConstant));
  const search: ExpressionSearch = {found: [], unknown: []};
  for (const node of nodes) {
    const toLine = () => text.slice(0, node.start).split('\n').length;
    const {regex} = node;
    if (isRecord(regex)) {
      search.found.push({path, line: toLine(), source: String(regex.pattern), flags: String(regex.flags)});
    } else if (isCallOfRegExp(node)) {
      const [pattern, flags] = asNodes(node.arguments);
      const source = toText(pattern, constants);
      const given = flags === undefined ? '' : toText(flags, constants);
      if (source === null || given === null) search.unknown.push(`${path}:${toLine()}`);
      else search.found.push({path, line: toLine(), source, flags: given});
    }
  }
  return search;
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (isRecord(value)) {
    if (isNode(value)) yield value;
    for (const member of Object.values(value)) yield* walk(member);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value.type === 'string' && typeof value.start === 'number';
}

function asNodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isCallOfRegExp({type, callee}: Node): boolean {
  return (
    (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee.name === 'RegExp'
  );
}

function toConstant({type, id, init}: Node): [string, Node][] {
  return type === 'VariableDeclarator' && isNode(id) && typeof id.name === 'string' && isNode(init)
    ? [[id.name, init]]
    : [];
}

/** The string value of a constant expression; null if it is not a string. */
function toText(node: Node | undefined, constants: ReadonlyMap<string, Node>): string | null {
  if (node === undefined) return null;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : null;
    case 'Identifier':
      return toText(constants.get(String(node.name)), constants);
    case 'TemplateLiteral':
      return joinTemplate(node, constants, 'cooked');
    case 'TaggedTemplateExpression':
      return isNode(node.quasi) ? joinTemplate(node.quasi, constants, 'raw') : null;
    default:
      return null;
  }
}

function joinTemplate(
  {quasis, expressions}: Node,
  constants: ReadonlyMap<string, Node>,
  form: 'cooked' | 'raw',
): string | null {
  const texts = asNodes(quasis).map(({value}) => (isRecord(value) ? String(value[form]) : ''));
  const values = asNodes(expressions).map((expression) => toText(expression, constants));
  if (values.includes(null)) return null;
  return texts.map((part, index) => part + (values[index] ?? '')).join('');
}
