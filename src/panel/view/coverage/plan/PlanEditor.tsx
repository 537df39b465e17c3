import '../../editor/editor.css';
import {type Signal, signal} from '@preact/signals';
import {useLayoutEffect, useMemo} from 'preact/hooks';
import {escapeHidden} from '../../../../domain/bytes/hidden-characters';
import {toErrorMessage} from '../../../../domain/to-error-message';
import type {CoverageStore} from '../../../store/coverage/coverage-store';
import type {PlanDraft} from '../../../store/coverage/create-plan-draft';
import type {PanelStore} from '../../../store/create-panel-store';
import {CodeEditor} from '../../editor/code/CodeEditor';
import {type CodeDocument, createCodeDocument} from '../../editor/code/code-document';
import {createEditorExtensions} from '../../editor/code/editor-extensions';
import {countOf} from '../../format/format-count';
import {useLayer} from '../../keyboard/KeyboardScope';

export interface PlanEditorProps {
  store: PanelStore;
  coverage: CoverageStore;
  draft: PlanDraft;
}

/** The text of a drafted plan; Control Enter saves it. */
export default function PlanEditor({store, coverage, draft}: PlanEditorProps) {
  const {planDrafts} = coverage;
  const {document, fault, keep} = useMemo(() => openDraft(store, coverage, draft), [store, coverage, draft]);
  useLayer('question', planDrafts.close);
  useLayoutEffect(() => document.focus(), [document]);
  return (
    <section class="plan-editor edit" aria-label="Draft of a plan">
      <div class="plan-editor-bar">
        <h3>{draft.plan === null ? 'New plan' : 'Add to plan'}</h3>
        <span class="plan-editor-note">
          {countOf(draft.names.length, 'event')} drafted from what was sent. Check types, required properties
          and allowed values, then save.
        </span>
        <span class="expectation-buttons">
          <button type="button" class="button button-small primary" onClick={() => void keep()}>
            Save plan
          </button>
          <button type="button" class="button button-small" onClick={planDrafts.close}>
            Cancel
          </button>
        </span>
      </div>
      {fault.value !== null && (
        <p class="expectation-fault" role="alert">
          {escapeHidden(fault.value)}
        </p>
      )}
      <CodeEditor document={document} />
    </section>
  );
}

interface OpenDraft {
  document: CodeDocument;
  fault: Signal<string | null>;
  keep(): Promise<void>;
}

/** What was typed is kept while coverage is closed. */
const opened = new WeakMap<PlanDraft, OpenDraft>();

function openDraft(store: PanelStore, coverage: CoverageStore, draft: PlanDraft): OpenDraft {
  const known = opened.get(draft);
  if (known) return known;
  const fault = signal<string | null>(null);
  const keep = async () => {
    const kept = await coverage.planDrafts.keep(document.read());
    fault.value = kept?.ok === false ? kept.fault : null;
    if (kept?.ok) coverage.scope.choosePlan(kept.id);
  };
  const document = openDocument(draft, {
    onKeep: () => void keep(),
    onEdit: () => coverage.planDrafts.touch(draft),
    onFailure: (error) => store.notices.fail(toErrorMessage(error)),
  });
  const made = {document, fault, keep};
  opened.set(draft, made);
  return made;
}

interface DocumentEvents {
  onKeep(): void;
  onEdit(): void;
  onFailure(error: unknown): void;
}

function openDocument(draft: PlanDraft, {onKeep, onEdit, onFailure}: DocumentEvents): CodeDocument {
  const nothing = () => undefined;
  const extensions = createEditorExtensions({
    onSend: onKeep,
    onFix: nothing,
    onFixNow: nothing,
    onNextIssue: nothing,
    onSearch: nothing,
    onFailure,
    loadAssistance: async () => (await import('./plan-assistance')).createPlanAssistance(),
    label: 'JSON of the plan',
    description: 'Tab leaves the editor. Control Enter saves the plan.',
  });
  const document = createCodeDocument(draft.file.text, extensions, onEdit);
  const [name] = draft.names;
  const at = name === undefined ? -1 : draft.file.text.lastIndexOf(`\n    ${JSON.stringify(name)}: {`);
  if (at >= 0) document.dispatch({selection: {anchor: at + 1}});
  return document;
}
