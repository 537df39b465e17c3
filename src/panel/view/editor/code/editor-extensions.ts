import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit} from '@codemirror/language';
import {lintGutter, openLintPanel} from '@codemirror/lint';
import {type Extension, Prec} from '@codemirror/state';
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  ViewPlugin,
} from '@codemirror/view';
import {editorTheme} from './editor-theme';
import {json} from './json-language';
import {createLazyExtension} from './lazy-extension';
import {createLazySearch, type LazySearchOptions} from './lazy-search';
import {showHiddenCharacters} from './show-hidden-characters';

export interface EditorOptions {
  /** Mod-Enter. */
  onSend(): void;
  /** Mod-.: show the fixes of the issue at the cursor, or all fixes. */
  onFix(): void;
  /** Alt-Enter: apply the best fix of the issue at the cursor. */
  onFixNow(): void;
  /** F8; backwards with Shift. */
  onNextIssue(direction: 'next' | 'previous'): void;
  onSearch: LazySearchOptions['onSearch'];
  /** Code that is loaded on demand could not be loaded. */
  onFailure(error: unknown): void;
  /** Loads assistance for typing. */
  loadAssistance(): Promise<Extension>;
  /** Accessible name and description; the default is for a draft that is sent. */
  label?: string;
  description?: string;
}

/**
 * All extensions of a draft's editor. The browser handles Tab: it leaves the editor, as elsewhere. The browser also
 * draws caret and selection: drawing them here takes a quarter of the time of each key, and is only needed for several
 * selections.
 */
export function createEditorExtensions({
  onSend,
  onFix,
  onFixNow,
  onNextIssue,
  onSearch,
  onFailure,
  loadAssistance,
  label = 'JSON of the draft',
  description = DESCRIPTION,
}: EditorOptions): Extension {
  return [
    editorTheme,
    lineNumbers(),
    codeFolding({preparePlaceholder: describeFold, placeholderDOM: renderFold}),
    foldGutter({openText: '▾', closedText: '▸'}),
    lintGutter(),
    history({minDepth: 200}),
    showHiddenCharacters,
    json(),
    indentUnit.of('  '),
    bracketMatching(),
    createLazySearch({onFailure, onSearch}),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    createLazyExtension(loadAssistance, onFailure),
    pasteAsTyped,
    closeFromElsewhere,
    Prec.highest(
      keymap.of([
        {key: 'Mod-Enter', run: always(onSend), stopPropagation: true},
        {key: 'Mod-.', run: always(onFix)},
        {key: 'Alt-Enter', run: always(onFixNow)},
        {key: 'F8', run: always(() => onNextIssue('next')), shift: always(() => onNextIssue('previous'))},
      ]),
    ),
    keymap.of([
      {key: 'Escape', run: closeTooltip},
      ...historyKeymap,
      ...foldKeymap,
      {key: 'Mod-Shift-m', run: openLintPanel, preventDefault: true},
      ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-description': description,
    }),
  ];
}

const DESCRIPTION =
  'Tab leaves the editor. F8 goes to the next error or warning, Alt Enter fixes the issue under the cursor, Control Period shows all fixes. Control Enter sends.';

/** A command after which no other key binding runs. */
function always(command: () => void): () => true {
  return () => {
    command();
    return true;
  };
}

/**
 * Text from the Windows clipboard contains `\r
 * `, which the user did not type: in a document without `\r` it is replaced.
 */
const pasteAsTyped = EditorView.clipboardInputFilter.of((text, state) =>
  state.doc.sliceString(0, 10_000).includes('\r') ? text : text.replaceAll('\r\n', '\n'),
);

/** Escape first closes the tooltip that the mouse has opened, wherever the focus is. */
const closeFromElsewhere = ViewPlugin.define((view) => {
  const onKey = (event: KeyboardEvent) => {
    const isWithin = event.target instanceof Node && view.dom.contains(event.target);
    if (event.key !== 'Escape' || isWithin || !closeTooltip(view)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', onKey, true);
  return {destroy: () => removeEventListener('keydown', onKey, true)};
});

function closeTooltip(view: EditorView): boolean {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({effects: closeHoverTooltips});
  return true;
}

function describeFold(
  state: {doc: {lineAt(at: number): {number: number}}},
  range: {from: number; to: number},
): string {
  const lines = state.doc.lineAt(range.to).number - state.doc.lineAt(range.from).number;
  return lines > 1 ? `${lines} lines` : '…';
}

function renderFold(_view: EditorView, onClick: (event: Event) => void, label: string): HTMLElement {
  const button = document.createElement('span');
  button.className = 'cm-foldPlaceholder';
  button.textContent = label;
  button.title = 'Unfold';
  button.setAttribute('role', 'button');
  button.setAttribute('aria-label', `folded: ${label}`);
  button.onclick = onClick;
  return button;
}
