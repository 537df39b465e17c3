import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete';
import type {Extension} from '@codemirror/state';
import {keymap} from '@codemirror/view';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {createKnowledge} from './editor-knowledge';

/** Help while typing: completion, closing of brackets, and information from the documents on hover. */
export function createAssistance(drafts: DraftStore, session: DraftSession): Extension {
  return [
    closeBrackets(),
    autocompletion({icons: false}),
    createKnowledge(drafts, session),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}
