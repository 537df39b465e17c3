import {ensureSyntaxTree, syntaxTree} from '@codemirror/language';
import type {EditorState} from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Where in which event a position of the document lies; read from the syntax around it, so it costs little. */
export interface PlaceInEvent {
  /** Name of the event that it belongs to; null where there is none to read. */
  name: string | null;
  /** Keys from the event down to the place: `['properties', 'invitee_email']`. The last one may be half typed. */
  path: readonly string[];
  /** The place is the key of a member, not its value. */
  isKey: boolean;
  /** The token at the position, quotes included. */
  token: {from: number; to: number};
}

/** Milliseconds that a key may spend on reading the syntax up to it; what is not read by then has no place. */
const PARSE_BUDGET = 20;

/** Null: not on a key or a value of an event. */
export function readPlaceInEvent(state: EditorState, position: number, side: -1 | 1): PlaceInEvent | null {
  const tree = ensureSyntaxTree(state, position, PARSE_BUDGET) ?? syntaxTree(state);
  const node = tree.resolveInner(position, side);
  if (!isToken(node)) return null;
  const property = node.parent?.name === 'Property' ? node.parent : null;
  const isKey = node.name === 'PropertyName';
  const {path, event} = climb(state, node);
  if (event === null || (property === null && path.length === 0)) return null;
  return {name: readEventName(state, event), path, isKey, token: {from: node.from, to: node.to}};
}

/** The text of a JSON string token; what can't be read yet stands as it is. */
export function readToken(state: EditorState, from: number, to: number): string {
  const text = state.sliceDoc(from, Math.min(to, from + 1000));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    // Half typed: without its quotes it is near enough for a completion.
    return text.replace(/^"|"$/g, '');
  }
}

function isToken({name}: SyntaxNode): boolean {
  return ['PropertyName', 'String', 'Number', 'True', 'False', 'Null'].includes(name);
}

/** Up to the event: the outermost object, or the one in the outermost list. Lists further in have no key of their own. */
function climb(state: EditorState, from: SyntaxNode): {path: string[]; event: SyntaxNode | null} {
  let path: string[] = [];
  let event: SyntaxNode | null = null;
  for (let node: SyntaxNode | null = from; node !== null; node = node.parent) {
    if (node.name === 'Property') {
      const key = node.firstChild;
      if (key) path = [readToken(state, key.from, key.to), ...path];
    }
    if (node.name === 'Object') event = node;
    if (node.name === 'Array' && isBatch(state, node)) return {path, event};
  }
  return {path, event};
}

/** A list at the top, or the `batch` of an envelope. */
function isBatch(state: EditorState, list: SyntaxNode): boolean {
  const {parent} = list;
  if (parent?.name === 'JsonText') return true;
  const key = parent?.firstChild;
  return (
    parent?.parent?.parent?.name === 'JsonText' && !!key && readToken(state, key.from, key.to) === 'batch'
  );
}

const nameFields = ['event_name', 'event', 'type'];

function readEventName(state: EditorState, event: SyntaxNode): string | null {
  for (const field of nameFields) {
    const value = findMember(state, event, field);
    if (value?.name === 'String') return readToken(state, value.from, value.to);
  }
  return null;
}

function findMember(state: EditorState, object: SyntaxNode, wanted: string): SyntaxNode | null {
  for (let node = object.firstChild; node !== null; node = node.nextSibling) {
    const key = node.name === 'Property' ? node.firstChild : null;
    if (key && readToken(state, key.from, key.to) === wanted) return node.lastChild;
  }
  return null;
}
