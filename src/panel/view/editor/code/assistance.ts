import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete';
import type {Extension} from '@codemirror/state';
import {keymap} from '@codemirror/view';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {createKnowledge} from './editor-knowledge';

/** What helps while one types: completion, brackets that close themselves, what the documents say of a field. */
export function createAssistance(drafts: DraftStore, session: DraftSession): Extension {
  return [
    closeBrackets(),
    autocompletion({icons: false}),
    createKnowledge(drafts, session),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}
