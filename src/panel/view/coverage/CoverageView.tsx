import {useEffect} from 'preact/hooks';
import {escapeHidden} from '../../../domain/bytes/hidden-characters';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import {coverageStoreOf} from '../../store/coverage/coverage-store-of';
import type {PanelStore} from '../../store/create-panel-store';
import {countOf, formatCount} from '../format/format-count';
import {formatDateTime} from '../format/format-time';
import {Hint} from '../frame/Hint';
import {InfoIcon} from '../icons';
import {CoverageGrid} from './CoverageGrid';
import {CoverageHead} from './CoverageHead';
import {ExpectationForm} from './ExpectationForm';
import {LazyPlanEditor} from './plan/LazyPlanEditor';
import './coverage.css';

const lineOptions = {formatTime: formatDateTime};

/** The events that were seen, which of them were right, and what could not be seen. */
export function CoverageView({store}: {store: PanelStore}) {
  const coverage = coverageStoreOf(store, lineOptions);
  useEffect(() => coverage.follow(), [coverage]);
  return (
    <section class="coverage" aria-label="Coverage">
      <CoverageHead store={store} coverage={coverage} />
      {coverage.expectations.draft.value !== null && <ExpectationForm coverage={coverage} />}
      <BlindSpots coverage={coverage} />
      <Body store={store} coverage={coverage} />
    </section>
  );
}

function Body({store, coverage}: {store: PanelStore; coverage: CoverageStore}) {
  const draft = coverage.planDrafts.draft.value;
  if (draft !== null) return <LazyPlanEditor store={store} coverage={coverage} draft={draft} />;
  const state = coverage.mirror.state.value;
  const hasRows = coverage.runs.rows.value.length > 0;
  if (state === null || (!hasRows && state.counted < state.total)) {
    return (
      <Hint
        title="Counting…"
        text={state ? toProgress(state) : 'The events of this tab are being counted.'}
      />
    );
  }
  if (!hasRows) {
    return (
      <Hint
        title="No events yet"
        text="Use the page: each event that it sends has a row here, with how often it was right."
      />
    );
  }
  if (coverage.list.lines.value.length > 0) return <CoverageGrid coverage={coverage} />;
  return (
    <Hint title="No matches" text="No event matches this filter.">
      <button
        type="button"
        class="button"
        onClick={() => {
          store.coverage.filter.value = '';
          coverage.scope.grades.value = new Set();
        }}
      >
        Clear the filter
      </button>
    </Hint>
  );
}

/** The limits of "never seen". */
function BlindSpots({coverage}: {coverage: CoverageStore}) {
  const state = coverage.mirror.state.value;
  const isCounting = state !== null && state.counted < state.total;
  const fault = coverage.scope.plan.value?.fault ?? null;
  const sentences = [
    ...(fault === null ? [] : [`This plan checks nothing: ${fault}`]),
    ...(isCounting ? [toProgress(state)] : []),
    ...coverage.blindSpots.value,
  ];
  if (sentences.length === 0) return null;
  return (
    <div class="coverage-blind" role="status">
      <InfoIcon />
      <p>{escapeHidden(sentences.join(' '))}</p>
    </div>
  );
}

function toProgress({counted, total}: {counted: number; total: number}): string {
  return `${formatCount(counted)} of ${countOf(total, 'request')} counted.`;
}
