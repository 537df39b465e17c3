import {parseSync, Visitor} from 'vite';

/** Stands for the parts of a name that are only known at run time. */
export const UNKNOWN = '\uFFFC';

/** A control in a source file, with its name: a text in which values are `UNKNOWN`. */
export interface WrittenControl {
  name: string;
  line: number;
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** Elements, and our components whose text is that of a button. */
const CONTROLS = /^(?:button|summary|select|input|textarea|a|MenuItem|OpenFile)$/;
const ROLES = /^(?:button|slider|separator|menuitem|option|switch)$/;

/**
 * The names of the controls of a source file, read from its syntax tree: the `aria-label` or text of a button, link
 * or field, the text of a `<label>`, and the `label` of a component. Names that consist only of values are left out.
 */
export function readControls(source: string, path: string): WrittenControl[] {
  const {program, errors} = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: WrittenControl[] = [];
  new Visitor({
    JSXElement: (element) => {
      const node = element as unknown as Node;
      const line = source.slice(0, node.start).split('\n').length;
      for (const name of namesOf(node)) {
        if (name.replaceAll(UNKNOWN, '').trim().length > 1) found.push({name, line});
      }
    },
  }).visit(program);
  return found;
}

/** Components whose label names the value they show and not a control. */
const SHOWS = /^(?:Bars|LongText|MaskedText|Meter|PointMenu)$/;

function namesOf(element: Node): string[] {
  const tag = tagOf(element);
  const label = attributeOf(element, 'label');
  if (/^[A-Z]/.test(tag) && !CONTROLS.test(tag)) return label === null || SHOWS.test(tag) ? [] : label;
  if (tag === 'label')
    return (element.children as Node[]).some(isNamedOtherwise) ? [] : textsOfChildren(element);
  const [role = ''] = attributeOf(element, 'role') ?? [];
  if (!CONTROLS.test(tag) && !ROLES.test(role)) return [];
  // The name of a select is its label; its children are options. A file field is behind a button.
  const isFile = attributeOf(element, 'type')?.[0] === 'file';
  const children = /^(?:select|input|textarea)$/.test(tag) ? [] : textsOfChildren(element);
  return isFile ? [] : (attributeOf(element, 'aria-label') ?? children);
}

function isNamedOtherwise(child: Node): boolean {
  if (child.type !== 'JSXElement') return false;
  return attributeOf(child, 'aria-label') !== null || attributeOf(child, 'type')?.[0] === 'file';
}

function tagOf(element: Node): string {
  return String((element.openingElement as {name: Node}).name.name);
}

function attributeOf(element: Node, wanted: string): string[] | null {
  const {attributes} = element.openingElement as {attributes: Node[]};
  const attribute = attributes.find(({name}) => (name as Node | undefined)?.name === wanted);
  return attribute?.value ? textsOf(attribute.value as Node) : null;
}

/** All texts that an expression can have, as far as they are literals. */
function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return textsOf(node.expression as Node);
    case 'Literal':
    case 'JSXText':
      return [String(node.value)];
    case 'TemplateLiteral':
      return [(node.quasis as {value: {cooked: string}}[]).map(({value}) => value.cooked).join(UNKNOWN)];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((one) => textsOf(one as Node));
    case 'JSXElement':
      return CONTROLS.test(tagOf(node)) ? [' '] : textsOfChildren(node);
    // A comment.
    case 'JSXEmptyExpression':
      return [''];
    default:
      return [UNKNOWN];
  }
}

/** Next to other children, a child with several possible texts counts as `UNKNOWN`. */
function textsOfChildren(element: Node): string[] {
  const parts = (element.children as Node[]).map(textsOf);
  const written = parts.filter((texts) => texts.join('').trim() !== '');
  const names = written.length === 1 ? written.flat() : [parts.map(toOne).join(' ')];
  return names.map((name) => name.replace(/\s+/g, ' ').trim());
}

function toOne([text = '', ...others]: readonly string[]): string {
  return others.length === 0 ? text : UNKNOWN;
}
