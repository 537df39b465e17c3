import type {CoverageStore} from '../../store/coverage/coverage-store';
import type {PlanState} from '../../store/judge/judge-messages';
import {countOf, formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';

interface PlanChoiceProps {
  plans: readonly PlanState[];
  coverage: CoverageStore;
}

/** The plan that events are counted against, and the part of it that is under test. */
export function PlanChoice({plans, coverage}: PlanChoiceProps) {
  if (plans.length === 0) return <h2 class="coverage-title">All events</h2>;
  const plan = coverage.scope.plan.value;
  return (
    <>
      <h2 class="hidden">{plan ? `Coverage of ${shorten(plan.title, 80)}` : 'All events'}</h2>
      <select
        aria-label="Tracking plan"
        value={plan?.id ?? ''}
        onChange={({currentTarget: {value}}) => coverage.scope.choosePlan(value === '' ? null : value)}
      >
        {plans.map(({id, title}) => (
          <option key={id} value={id}>
            {shorten(title, 60)}
          </option>
        ))}
        <option value="">All events, without a plan</option>
      </select>
      {plan && <PartChoice coverage={coverage} />}
    </>
  );
}

/** Empty if the plan has no parts. */
function PartChoice({coverage}: {coverage: CoverageStore}) {
  const {sections, labels} = coverage.scope.parts.value;
  const {choice} = coverage.scope;
  const {rules} = choice.value;
  if (sections.length === 0 && labels.length === 0 && !rules) return null;
  const {sections: [section] = [], labels: [label] = []} = choice.value;
  return (
    <select
      aria-label="Under test"
      value={
        rules
          ? 'rules'
          : section !== undefined
            ? `section ${section}`
            : label !== undefined
              ? `label ${label}`
              : ''
      }
      onChange={({currentTarget: {value}}) => {
        if (value !== 'rules') choice.value = toChoice(value);
      }}
    >
      <option value="">All rules</option>
      {rules && <option value="rules">{countOf(rules.length, 'picked rule')}</option>}
      <Parts title="Sections" kind="section" names={sections} />
      <Parts title="Labels" kind="label" names={labels} />
    </select>
  );
}

/** A longer list is not useful, and a plan can give each rule its own section. */
const MAX_NAMES = 300;

function Parts({title, kind, names}: {title: string; kind: string; names: readonly string[]}) {
  if (names.length === 0) return null;
  return (
    <optgroup label={title}>
      {names.slice(0, MAX_NAMES).map((name) => (
        <option key={name} value={`${kind} ${name}`}>
          {shorten(name, 60)}
        </option>
      ))}
      {names.length > MAX_NAMES && (
        <option disabled>and {formatCount(names.length - MAX_NAMES)} more: use the filter</option>
      )}
    </optgroup>
  );
}

function toChoice(value: string) {
  const name = value.slice(value.indexOf(' ') + 1);
  if (value.startsWith('section ')) return {sections: [name]};
  return value.startsWith('label ') ? {labels: [name]} : {};
}
