import {useLayoutEffect, useRef} from 'preact/hooks';
import {escapeHidden} from '../../domain/bytes/hidden-characters';
import type {RevisionComparison} from '../../domain/plans/compare-revisions';
import type {PlanPlace} from '../../domain/plans/plan-place';
import {describePlanProblem} from '../../domain/plans/plan-problem';
import {type Plan, planFormats} from '../../domain/plans/tracking-plan';
import {toShown} from '../to-shown';
import type {PlansForm} from './create-plans-form';
import type {PlanPreview as Preview} from './plan-previewer';

/** Further problems would repeat these. */
const MAX_SHOWN = 50;

/** The contents of a file, before anything is stored. */
export function PlanPreview({form, preview}: {form: PlansForm; preview: Preview}) {
  const {plan, comparison, isReplacement} = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // It replaces the form, which had the focus.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="plan-preview">
      <h3 ref={heading} tabIndex={-1}>
        {toShown(plan.title)}
      </h3>
      <p>
        {planFormats[plan.format]}, {count(plan.rules.length, 'rule')}
      </p>
      <dl>
        <dt>Calls</dt>
        <dd>{toCounts(plan.rules.map(({call}) => call))}</dd>
        <dt>Sections</dt>
        <dd>{toCounts(plan.rules.flatMap(({section}) => section ?? [])) || 'none'}</dd>
        {plan.expectations.length > 0 && (
          <>
            <dt>Expectations</dt>
            <dd>{plan.expectations.length.toLocaleString('en')}</dd>
          </>
        )}
        <dt>JSON Schema</dt>
        <dd>{toCounts(plan.rules.map(({draft}) => `draft ${draft}`))}</dd>
        {comparison && (
          <>
            <dt>Compared to the saved version</dt>
            <dd>
              {comparison.added.length} added, {comparison.gone.length} removed, {comparison.changed.length}{' '}
              changed
            </dd>
          </>
        )}
      </dl>
      {comparison && <Changes comparison={comparison} />}
      <Problems plan={plan} />
      <div class="plan-actions">
        <button type="button" onClick={() => void form.accept()}>
          {isReplacement ? 'Replace saved version' : 'Add plan'}
        </button>
        <button type="button" onClick={form.cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** Which rules the new revision adds, removes and changes. */
function Changes({comparison: {added, gone, changed}}: {comparison: RevisionComparison}) {
  const lists = [
    {title: 'Added', ids: added.map(({id}) => id)},
    {title: 'Removed', ids: gone.map(({id}) => id)},
    {title: 'Changed', ids: changed.map(({after}) => after.id)},
  ];
  return lists
    .filter(({ids}) => ids.length > 0)
    .map(({title, ids}) => (
      <details key={title} open={ids.length <= 10}>
        <summary>
          {title}: {count(ids.length, 'rule')}
        </summary>
        <ul class="plan-problems">
          {ids.slice(0, MAX_SHOWN).map((id) => (
            <li key={id}>{toShown(id)}</li>
          ))}
        </ul>
        <Rest count={ids.length - MAX_SHOWN} />
      </details>
    ));
}

function Problems({plan}: {plan: Plan}) {
  const {problems} = plan;
  if (problems.length === 0) return <p>All of it can be checked.</p>;
  return (
    <details open>
      <summary>{count(problems.length, 'part')} unclear or not checked</summary>
      <ul class="plan-problems">
        {problems.slice(0, MAX_SHOWN).map((problem, index) => (
          <li key={index}>
            <code>{toShown(showPlace(problem.place))}</code> {problem.rule && `${toShown(problem.rule)}: `}
            {escapeHidden(describePlanProblem(problem))}
          </li>
        ))}
      </ul>
      <Rest count={problems.length - MAX_SHOWN} />
    </details>
  );
}

function Rest({count}: {count: number}) {
  return count > 0 ? <p>And {count.toLocaleString('en')} more.</p> : null;
}

function showPlace(place: PlanPlace | null): string {
  if (!place) return '';
  return place.line === null ? place.file : `${place.file}:${place.line}:${place.column}`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** "track ×12, identify ×1"; if there are many types, the most frequent. */
function toCounts(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sorted = [...counts].sort(([, left], [, right]) => right - left);
  const shown = sorted
    .slice(0, 12)
    .map(([kind, number]) => `${toShown(kind)} ×${number.toLocaleString('en')}`);
  return [...shown, ...(sorted.length > 12 ? ['…'] : [])].join(', ');
}
