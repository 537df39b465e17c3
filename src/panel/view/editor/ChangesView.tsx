import {MergeView, unifiedMergeView} from '@codemirror/merge';
import {EditorState, type Extension} from '@codemirror/state';
import {EditorView, lineNumbers} from '@codemirror/view';
import {useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {openDraft, startEditing} from '../../../domain/edit/draft';
import {editorTheme, readingLook} from './code/editor-theme';
import {json} from './code/json-language';
import {hasLongLine, toReadableText} from './code/layout/readable-text';
import {showHiddenCharacters} from './code/show-hidden-characters';
import type {EditController} from './controller/create-edit-controller';
import {FieldChanges} from './FieldChanges';
import {useReplayed} from './send/use-replayed';

type Form = 'beside' | 'inline' | 'fields';

const forms: readonly {form: Form; name: string}[] = [
  {form: 'beside', name: 'Side by side'},
  {form: 'inline', name: 'Inline'},
  {form: 'fields', name: 'By field'},
];

/** Original and draft: their texts, side by side or one above the other, or their fields. */
export function ChangesView({edit}: {edit: EditController}) {
  const form = useSignal<Form>('beside');
  const replayed = useReplayed(edit);
  const {draft} = edit.session.current.value;
  const text = edit.session.sentText.value;
  // A replay is compared with the request that it corrected; any other draft with its own original.
  const original = (replayed ? startEditing(openDraft(replayed)).text : draft.originalText) ?? '';
  const laidOut = hasLongLine(original) || hasLongLine(text);
  if (text === original) {
    return <p class="edit-empty">No changes. The original bytes are sent.</p>;
  }
  return (
    <div class="edit-changes">
      <div class="edit-changes-bar">
        <span class="edit-muted">
          {replayed ? 'Replayed request → this draft' : 'Original → draft'}
          {edit.session.testMark.value ? ' with the test mark' : ''}
          {laidOut && form.value !== 'fields' ? ', pretty-printed (the formatting is not sent)' : ''}
        </span>
        <span class="edit-gap" />
        <select
          class="edit-select"
          aria-label="Comparison view"
          value={form.value}
          onChange={({currentTarget: {value}}) => {
            form.value = forms.find((one) => one.form === value)?.form ?? 'beside';
          }}
        >
          {forms.map((one) => (
            <option key={one.form} value={one.form}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {form.value === 'fields' ? (
        <FieldChanges before={original} after={text} />
      ) : (
        <Merge
          original={laidOut ? toReadableText(original).lines.join('\n') : original}
          draft={laidOut ? toReadableText(text).lines.join('\n') : text}
          laidOut={laidOut}
          inline={form.value === 'inline'}
        />
      )}
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
  showHiddenCharacters,
];
const collapseUnchanged = {margin: 2, minSize: 6};
/** If finding the differences takes longer than this, they are shown less precisely. */
const diffConfig = {scanLimit: 2000, timeout: 500};

interface MergeProps {
  original: string;
  draft: string;
  laidOut: boolean;
  inline: boolean;
}

function Merge({original, draft, laidOut, inline}: MergeProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const show = inline ? showInline : showBeside;
    const view = show(host.current, {original, draft, look: [readOnly, readingLook(() => laidOut)]});
    return () => view.destroy();
  }, [original, draft, laidOut, inline]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  return <section class="edit-merge" ref={host} aria-label="Changes" tabIndex={0} />;
}

function nameContent(name: string): Extension {
  return EditorView.contentAttributes.of({'aria-label': name, tabindex: '0'});
}

interface Compared {
  original: string;
  draft: string;
  look: Extension;
}

function showBeside(parent: HTMLElement, {original, draft, look}: Compared): {destroy(): void} {
  return new MergeView({
    parent,
    a: {doc: original, extensions: [look, nameContent('Original')]},
    b: {doc: draft, extensions: [look, nameContent('Draft')]},
    collapseUnchanged,
    diffConfig,
    gutter: true,
  });
}

function showInline(parent: HTMLElement, {original, draft, look}: Compared): {destroy(): void} {
  const extensions = [
    look,
    nameContent('Changes from the original to the draft'),
    unifiedMergeView({original, mergeControls: false, collapseUnchanged, diffConfig, gutter: true}),
  ];
  return new EditorView({parent, doc: draft, extensions});
}
