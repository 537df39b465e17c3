import type {Grade} from '../../../domain/plans/coverage/coverage-row';
import {type ExpectationState, stateWords} from '../../../domain/plans/expectations/describe-expectation';
import {gradeWords} from '../../../domain/plans/report/describe-row';
import {gradeOrder} from '../../store/coverage/arrange-rows';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import type {PanelStore} from '../../store/create-panel-store';
import {countOf, formatCount} from '../format/format-count';
import {CloseIcon} from '../icons';
import {GradeMark} from './GradeMark';
import {KeptRunsMenu} from './KeptRunsMenu';
import {PlanChoice} from './PlanChoice';
import {ReportMenu} from './ReportMenu';
import {RunChoice} from './RunChoice';

interface HeadProps {
  store: PanelStore;
  coverage: CoverageStore;
}

/** What is counted, the number of rows with each grade, and the actions for them. */
export function CoverageHead({store, coverage}: HeadProps) {
  return (
    <header class="coverage-head">
      <div class="coverage-bar">
        <PlanChoice plans={store.plans.value} coverage={coverage} />
        <RunChoice coverage={coverage} />
        <span class="coverage-actions">
          {!coverage.scope.plan.value && <NewPlan coverage={coverage} />}
          {coverage.scope.plan.value && (
            <button
              type="button"
              class="button button-small"
              onClick={() => coverage.act({do: 'expect', draft: {}})}
            >
              Add expectation…
            </button>
          )}
          <KeptRunsMenu coverage={coverage} />
          <ReportMenu store={store} coverage={coverage} title={coverage.scope.plan.value?.title ?? null} />
          <button
            type="button"
            class="icon-button"
            aria-label="Close coverage"
            onClick={() => {
              store.coverage.opened.value = false;
            }}
          >
            <CloseIcon />
          </button>
        </span>
      </div>
      <Grades coverage={coverage} />
      <Picked coverage={coverage} />
    </header>
  );
}

/** For all shown events; picked ones have a separate button. */
function NewPlan({coverage}: {coverage: CoverageStore}) {
  const rows = coverage.list.arranged.value.rows.filter(({call, seen}) => call === 'track' && seen > 0);
  if (rows.length === 0 || coverage.list.picked.value.length > 0) return null;
  return (
    <button
      type="button"
      class="button button-small"
      onClick={() => coverage.act({do: 'add-to-plan', rows: rows.map(({id}) => id)})}
    >
      New plan from these events…
    </button>
  );
}

/** Actions for the rows that are picked, with Space or in their details. */
function Picked({coverage}: {coverage: CoverageStore}) {
  const rows = coverage.list.picked.value;
  if (rows.length === 0) return null;
  const rules = rows.filter(({rule}) => rule !== null);
  const fresh = rows.filter(({rule, call, seen}) => rule === null && call === 'track' && seen > 0);
  return (
    <div class="coverage-picked">
      <span>{formatCount(rows.length)} picked</span>
      {rules.length > 0 && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            coverage.scope.choice.value = {rules: rules.map(({id}) => id)};
          }}
        >
          Test only {countOf(rules.length, 'picked rule')}
        </button>
      )}
      {fresh.length > 0 && (
        <button
          type="button"
          class="button button-small"
          onClick={() => coverage.act({do: 'add-to-plan', rows: fresh.map(({id}) => id)})}
        >
          {coverage.scope.plan.value ? 'Add' : 'New plan from'} {countOf(fresh.length, 'picked event')}
          {coverage.scope.plan.value ? ' to plan…' : '…'}
        </button>
      )}
      <button type="button" class="button button-small" onClick={coverage.scope.clearPicked}>
        Clear picks
      </button>
    </div>
  );
}

/** A bar with the shares, and the numbers, which when pressed show only rows of their grade. */
function Grades({coverage}: {coverage: CoverageStore}) {
  const {counts} = coverage.list.arranged.value;
  const hasPlan = coverage.mirror.state.value?.plan != null;
  // Without a plan there are no missing or unplanned events, unless another run had it.
  const grades = gradeOrder.filter(
    (grade) => counts[grade] > 0 || hasPlan || (grade !== 'never-seen' && grade !== 'unplanned'),
  );
  return (
    <>
      <div class="coverage-shares" aria-hidden="true">
        {grades.map((grade) => (
          <span key={grade} data-grade={grade} style={{flexGrow: counts[grade]}} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend that is seen */}
      <div class="coverage-grades" role="group" aria-label="Show">
        {grades.map((grade) => (
          <GradeToggle
            key={grade}
            grade={grade}
            count={counts[grade]}
            isOn={coverage.scope.grades.value.has(grade)}
            onToggle={() => coverage.scope.toggleGrade(grade)}
          />
        ))}
        <BySection coverage={coverage} />
        <Met coverage={coverage} />
      </div>
    </>
  );
}

/** Empty if the plan has no sections. */
function BySection({coverage}: {coverage: CoverageStore}) {
  const {parts, isBySection} = coverage.scope;
  if (parts.value.sections.length === 0) return null;
  return (
    <button
      type="button"
      class="severity-choice"
      aria-pressed={isBySection.value}
      onClick={() => {
        isBySection.value = !isBySection.peek();
      }}
    >
      Group by section
    </button>
  );
}

/** The number of expectations that the run meets; empty if there are none. */
function Met({coverage}: {coverage: CoverageStore}) {
  const shown = coverage.expectations.shown.value;
  if (shown.length === 0) return null;
  const inState = (state: ExpectationState) => shown.filter(({result}) => result?.state === state).length;
  const others = (['broken', 'not-applied'] as const).flatMap((state) => {
    const count = inState(state);
    return count === 0 ? [] : [`${formatCount(count)} ${stateWords[state]}`];
  });
  const text = [`${formatCount(inState('met'))} of ${countOf(shown.length, 'expectation')} met`, ...others];
  return <span class="coverage-met">{text.join(', ')}</span>;
}

interface ToggleProps {
  grade: Grade;
  count: number;
  isOn: boolean;
  onToggle(): void;
}

function GradeToggle({grade, count, isOn, onToggle}: ToggleProps) {
  return (
    <button type="button" class="severity-choice" aria-pressed={isOn} onClick={onToggle}>
      <GradeMark grade={grade} />
      {gradeWords[grade]}
      <span class="coverage-count" data-grade={count > 0 ? grade : undefined}>
        {formatCount(count)}
      </span>
    </button>
  );
}
