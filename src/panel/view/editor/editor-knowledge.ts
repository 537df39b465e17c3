import type {CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import {jsonLanguage} from '@codemirror/lang-json';
import {syntaxTree} from '@codemirror/language';
import type {EditorState, Extension} from '@codemirror/state';
import type {DraftSession} from '../../store/draft-session';
import type {DraftStore} from '../../store/draft-store';

/** What the editor knows while one types: the ids and names of the session, and what the documents say of a field. */
export function createKnowledge(drafts: DraftStore, _session: DraftSession): Extension {
  return jsonLanguage.data.of({autocomplete: (context: CompletionContext) => completeValue(context, drafts)});
}

/** The values that the session has shown for the fields that name users, accounts and events. */
function completeValue(context: CompletionContext, drafts: DraftStore): CompletionResult | null {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  if (node.name !== 'String' || node.parent?.name !== 'Property') return null;
  const key = node.parent.firstChild;
  const values = key ? toValues(readKey(context.state, key.from, key.to), drafts) : [];
  if (values.length === 0) return null;
  return {
    from: node.from + 1,
    to: Math.max(node.from + 1, endsClosed(context.state, node.from, node.to) ? node.to - 1 : node.to),
    options: values.map((label) => ({
      label,
      apply: JSON.stringify(label).slice(1, -1),
      detail: 'in this session',
    })),
    filter: true,
  };
}

function toValues(key: string, drafts: DraftStore): readonly string[] {
  const known = drafts.known();
  if (key === 'user_id' || key === 'userId') return known.users;
  if (key === 'group_id' || key === 'groupId') return known.groups;
  if (key === 'event_name' || key === 'event') return known.events;
  return [];
}

function readKey(state: EditorState, from: number, to: number): string {
  return state.sliceDoc(from + 1, to - 1);
}

function endsClosed(state: EditorState, from: number, to: number): boolean {
  return to - from > 1 && state.sliceDoc(to - 1, to) === '"';
}
