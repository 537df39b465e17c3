import {json} from '@codemirror/lang-json';
import {MergeView, unifiedMergeView} from '@codemirror/merge';
import {EditorState, type Extension} from '@codemirror/state';
import {EditorView, lineNumbers} from '@codemirror/view';
import {useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {openDraft, startEditing} from '../../../domain/edit/draft';
import type {EditController} from './create-edit-controller';
import {editorTheme} from './editor-theme';
import {hasLongLine, toReadableText} from './readable-text';
import {useReplayed} from './use-replayed';

/** Original against draft, side by side or one above the other. */
export function ChangesView({edit}: {edit: EditController}) {
  const inline = useSignal(false);
  const replayed = useReplayed(edit);
  const {draft} = edit.session.checked.value;
  const text = edit.session.sentText.value;
  // A replay is compared with what it corrected; any other draft with its own original.
  const original = (replayed ? startEditing(openDraft(replayed)).text : draft.originalText) ?? '';
  const laidOut = hasLongLine(original) || hasLongLine(text);
  if (text === original) {
    return (
      <p class="edit-empty">Nothing is changed: the bytes of the original would be sent, one for one.</p>
    );
  }
  return (
    <div class="edit-changes">
      <div class="edit-changes-bar">
        <span class="edit-muted">
          {replayed ? 'Replayed request → this draft' : 'Original → draft'}
          {edit.session.testMark.value ? ' with the test mark' : ''}
          {laidOut ? ', both laid out to read (the layout is not sent)' : ''}
        </span>
        <span class="edit-gap" />
        <label class="edit-check">
          <input
            type="checkbox"
            checked={inline.value}
            onChange={({currentTarget}) => (inline.value = currentTarget.checked)}
          />
          <span>In one column</span>
        </label>
      </div>
      <Merge
        original={laidOut ? toReadableText(original).text : original}
        draft={laidOut ? toReadableText(text).text : text}
        inline={inline.value}
      />
    </div>
  );
}

const readOnly: Extension = [
  editorTheme,
  lineNumbers(),
  json(),
  EditorState.lineSeparator.of('\n'),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.lineWrapping,
];
const collapseUnchanged = {margin: 2, minSize: 6};
/** A difference that takes longer to find than this is shown less finely. */
const diffConfig = {scanLimit: 2000, timeout: 500};

function Merge({original, draft, inline}: {original: string; draft: string; inline: boolean}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const view = inline
      ? showInline(host.current, original, draft)
      : showBeside(host.current, original, draft);
    return () => view.destroy();
  }, [original, draft, inline]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <section class="edit-merge" ref={host} aria-label="Changes" tabIndex={0} />;
}

function nameContent(name: string): Extension {
  return EditorView.contentAttributes.of({'aria-label': name, tabindex: '0'});
}

function showBeside(parent: HTMLElement, original: string, draft: string): {destroy(): void} {
  return new MergeView({
    parent,
    a: {doc: original, extensions: [readOnly, nameContent('Original')]},
    b: {doc: draft, extensions: [readOnly, nameContent('Draft')]},
    collapseUnchanged,
    diffConfig,
    gutter: true,
  });
}

function showInline(parent: HTMLElement, original: string, draft: string): {destroy(): void} {
  const extensions = [
    readOnly,
    nameContent('Changes from the original to the draft'),
    unifiedMergeView({original, mergeControls: false, collapseUnchanged, diffConfig, gutter: true}),
  ];
  return new EditorView({parent, doc: draft, extensions});
}
