import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import type {Extension} from '@codemirror/state';
import {keymap} from '@codemirror/view';
import {jsonLanguage} from '../../editor/code/json-language';

/** The usual members of a rule, each with an initial value. */
const keywords: readonly [label: string, value: string, info: string][] = [
  ['type', '"string"', 'string, number, integer, boolean, object, array or null'],
  ['properties', '{}', 'The properties by their names, each with its own schema'],
  ['required', '[]', 'Names of the properties that each event must have'],
  ['enum', '[]', 'The values that are allowed'],
  ['const', '""', 'The only value that is allowed'],
  ['description', '""', 'What the event or property is for'],
  ['pattern', '""', 'A regular expression that texts must match'],
  ['format', '"date-time"', 'date-time, date, email, uri, uuid or ipv4'],
  ['minimum', '0', 'The smallest number that is allowed'],
  ['maximum', '0', 'The largest number that is allowed'],
  ['minLength', '1', 'The least number of characters'],
  ['maxLength', '100', 'The greatest number of characters'],
  ['items', '{}', 'A schema for each entry of a list'],
  ['additionalProperties', 'false', 'false: other properties than those named are not allowed'],
  ['x-section', '""', 'The group in which coverage shows the rule'],
];

const values: Readonly<Record<string, readonly string[]>> = {
  type: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'],
  format: ['date-time', 'date', 'time', 'email', 'uri', 'uuid', 'ipv4'],
};

/** Completion for writing a plan: keywords of JSON Schema and their values. */
export function createPlanAssistance(): Extension {
  return [
    closeBrackets(),
    autocompletion({icons: false}),
    jsonLanguage.data.of({autocomplete: complete}),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}

function complete(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const quote = before.lastIndexOf('"');
  const typed = before.slice(quote + 1);
  const head = before.slice(0, Math.max(0, quote)).trimEnd();
  // An odd number of quotes before this one: it closes a text.
  if (quote < 0 || typed.includes(' ') || head.split('"').length % 2 === 0) return null;
  const isInList = head.lastIndexOf('[') > head.lastIndexOf(']');
  const options = head.endsWith(':') || isInList ? toValues(toKey(head)) : toKeys(line.text, before.length);
  return options.length === 0 ? null : {from: quote + 1 + line.from, options, validFor: /^[\w-]*$/};
}

/** If the text is already closed, only its inside is completed. */
function toKeys(line: string, end: number): Completion[] {
  const isClosed = line[end] === '"';
  return keywords.map(([label, first, info]): Completion => {
    return {label, info, apply: isClosed ? label : `${label}": ${first}`};
  });
}

/** The last key that is followed by a colon. */
function toKey(head: string): string {
  const end = head.lastIndexOf('":');
  return head.slice(head.lastIndexOf('"', end - 1) + 1, Math.max(0, end));
}

function toValues(keyword: string): Completion[] {
  return (values[keyword] ?? []).map((label) => ({label}));
}
