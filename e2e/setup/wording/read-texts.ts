import {parseSync, Visitor} from 'vite';

/** A text in a source file that people may read: a string with several words or a capital letter, or text between tags. */
export interface ShownText {
  text: string;
  line: number;
}

/** Several words, or one word with a capital letter: keys, codes, class names and paths are left out. */
const SHOWN = /[A-Za-z’]{2,}[,:;]? [A-Za-z’]|^[A-Z][a-z]{2,}[.…]?$/;

/**
 * The texts of a source file, read from its syntax tree: strings, templates, text between tags. A value inside of a
 * text becomes an "x", and its parts are read separately. Comments, regular expressions, imports and types are not
 * texts.
 */
export function readTexts(source: string, path = 'file.ts'): ShownText[] {
  const {program, errors} = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: ShownText[] = [];
  const add = (text: string, at: number) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (SHOWN.test(plain)) found.push({text: plain, line: source.slice(0, at).split('\n').length});
  };
  const hidden = new Set<number>();
  const hide = ({source: named}: {source?: {start: number} | null}) => named && hidden.add(named.start);
  new Visitor({
    ImportDeclaration: hide,
    ExportNamedDeclaration: hide,
    ExportAllDeclaration: hide,
    TSLiteralType: ({literal}) => hidden.add(literal.start),
    JSXAttribute: ({name, value}) => {
      if (value && name.type === 'JSXIdentifier' && /^(?:class|d|viewBox|id|href|rel)$/.test(name.name))
        hidden.add(value.start);
    },
    Literal: ({value, start}) => {
      if (typeof value === 'string' && !hidden.has(start)) add(value, start);
    },
    TemplateLiteral: ({quasis, start}) => add(quasis.map(({value}) => value.cooked ?? '').join('x'), start),
    JSXElement: ({children, start}) => add(toText(children), start),
    JSXFragment: ({children, start}) => add(toText(children), start),
  }).visit(program);
  return found;
}

/** Text between tags as a continuous text: values become "x", an element inside is read separately. */
function toText(children: readonly {type: string; value?: unknown}[]): string {
  return children
    .map(({type, value}) =>
      type === 'JSXText' ? String(value) : type === 'JSXExpressionContainer' ? 'x' : '¶',
    )
    .join('');
}
