import {useRef} from 'preact/hooks';
import type {Issue} from '../../../domain/verdict/issue';
import {ruleCatalogue} from '../../../domain/verdict/rule-catalogue';
import type {DraftFix, FixKind} from '../../store/draft/draft-fixes';
import {formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';
import {useLayer} from '../keyboard/KeyboardScope';
import {VerdictMark} from '../VerdictMark';
import type {EditController} from './controller/create-edit-controller';
import {LazyFace} from './LazyFace';
import {useKeptFocus} from './use-kept-focus';
import {useSoon} from './use-soon';

const MAX_SHOWN = 60;
const loadShift = () => import('./ShiftTimes').then(({ShiftTimes}) => ShiftTimes);

/** All fixes with a preview each: for one issue, or for every kind of issue in the draft. */
export function FixPanel({edit}: {edit: EditController}) {
  const asked = edit.fixing.value;
  // Read so that the fixes follow the text.
  const {inspection} = edit.session.checked.value;
  if (asked === null) return null;
  const kinds = asked === 'all' ? edit.fixes.kinds() : toOwnKind(asked, edit);
  return <OpenPanel key={inspection.requestId} edit={edit} kinds={kinds} />;
}

function OpenPanel({edit, kinds}: {edit: EditController; kinds: readonly FixKind[]}) {
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel, '.edit-fix button');
  const close = () => {
    edit.fixing.value = null;
    edit.document.focus();
  };
  useLayer('dialog', close);
  const forBatch = useSoon(() => edit.fixes.forBatch(), edit.session.checked.value) ?? [];
  return (
    <div class="edit-fixes" role="dialog" aria-label="Fixes" tabIndex={-1} ref={panel}>
      <div class="edit-fixes-head">
        <strong>Fixes</strong>
        <span class="edit-muted">Ctrl/⌘+Z undoes a fix.</span>
        <span class="edit-gap" />
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
      {kinds.length === 0 && <p class="edit-muted">No more fixes.</p>}
      {kinds.map((kind) => (
        <Kind key={kind.code} edit={edit} kind={kind} />
      ))}
      {forBatch.length > 0 && (
        <section class="edit-fix-kind" aria-label="Whole batch">
          <h3>Whole batch</h3>
          <ul>
            {forBatch.map((fix) => (
              <FixRow key={fix.title} edit={edit} fix={fix} all={null} />
            ))}
          </ul>
        </section>
      )}
      <LazyFace edit={edit} what="Shift times" load={loadShift} />
    </div>
  );
}

function Kind({edit, kind}: {edit: EditController; kind: FixKind}) {
  const {title} = ruleCatalogue[kind.code];
  const all = useSoon(
    () => kind.fixes.map((fix) => edit.fixes.forAll(kind, fix)),
    edit.session.checked.value,
  );
  return (
    <section class="edit-fix-kind" aria-label={title}>
      <h3>
        <VerdictMark verdict={kind.severity} /> {title}
        {kind.issues.length > 1 && <span class="edit-muted"> · {formatCount(kind.issues.length)} times</span>}
      </h3>
      <ul>
        {kind.fixes.map((fix, place) => (
          <FixRow key={`${fix.code} ${fix.variant}`} edit={edit} fix={fix} all={all?.[place] ?? null} />
        ))}
      </ul>
    </section>
  );
}

function FixRow({edit, fix, all}: {edit: EditController; fix: DraftFix; all: DraftFix | null}) {
  const {before, after} = fix.preview;
  return (
    <li class="edit-fix">
      <button type="button" class="button" onClick={() => applyOnce(edit, fix)}>
        {shorten(fix.title, 300)}
      </button>
      {all && (
        <button
          type="button"
          class="button"
          title={shorten(all.title, 300)}
          onClick={() => applyOnce(edit, all)}
        >
          Fix all of this kind
        </button>
      )}
      <span class="edit-fix-preview">
        <del>{shorten(before, MAX_SHOWN) || 'nothing'}</del> →{' '}
        <ins>{shorten(after, MAX_SHOWN) || 'nothing'}</ins>
      </span>
    </li>
  );
}

/**
 * After fixing a single issue the panel closes; after one of all fixes it stays open. It closes first, since the
 * editor checks right after the change whether it is visible, and then nothing may cover it.
 */
function applyOnce(edit: EditController, fix: DraftFix): void {
  const isDone = edit.fixing.peek() !== 'all';
  if (isDone) edit.fixing.value = null;
  edit.applyFix(fix);
  if (isDone) edit.document.focus();
}

function toOwnKind(issue: Issue, edit: EditController): readonly FixKind[] {
  const issues = edit.session.checked.peek().inspection.issues.filter(({code}) => code === issue.code);
  const same = issues.find(({event, pointer}) => event === issue.event && pointer === issue.pointer);
  if (!same) return [];
  const fixes = edit.fixes.of(same);
  return fixes.length > 0 ? [{code: issue.code, severity: issue.severity, issues, fixes}] : [];
}
