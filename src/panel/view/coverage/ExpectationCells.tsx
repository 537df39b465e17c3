import {
  describeExpectation,
  describeOutcome,
  type ExpectationState,
  stateWords,
} from '../../../domain/plans/expectations/describe-expectation';
import type {CoverageLine} from '../../store/coverage/coverage-line';
import {shorten} from '../format/shorten';
import {ChevronIcon, ErrorIcon, OkIcon, UnseenIcon} from '../icons';

const gridcell = {role: 'gridcell'} as const;

const icons = {met: OkIcon, broken: ErrorIcon, 'not-applied': UnseenIcon} as const satisfies Record<
  ExpectationState,
  unknown
>;

/** An expectation: whether the run meets it, and the events that were seen. */
export function ExpectationCells({expectation, result, isOpen}: CoverageLine & {kind: 'expectation'}) {
  const sentence = describeExpectation(expectation);
  const outcome = result ? describeOutcome(expectation, result) : 'Checking…';
  const Icon = icons[result?.state ?? 'not-applied'];
  return (
    <>
      <div class="cell cell-event" {...gridcell}>
        <span class="chevron" data-open={isOpen}>
          <ChevronIcon />
        </span>
        <span class="grade" data-state={result?.state}>
          <Icon />
        </span>
        <span class="coverage-name" title={shorten(sentence, 600)}>
          {shorten(sentence, 300)}
        </span>
      </div>
      <div class="cell cell-grade" {...gridcell} data-state={result?.state}>
        {result ? stateWords[result.state] : ''}
      </div>
      <div class="cell cell-outcome" {...gridcell} title={shorten(outcome, 600)}>
        {shorten(outcome, 300)}
      </div>
    </>
  );
}
