import {
  describeExpectation,
  describeOutcome,
} from '../../../../domain/plans/expectations/describe-expectation';
import {namesOf} from '../../../../domain/plans/expectations/expectation';
import {namelessCalls} from '../../../../domain/verdict/nameless-calls';
import {toSearchable} from '../../search/to-searchable';
import type {CoverageLine} from '../coverage-line';
import {toEventLine} from '../coverage-lines';
import type {ShownExpectation} from './create-expectations';

/** All expectations that contain all words of the filter, and below expanded ones the links to their events. */
export function toExpectationLines(
  shown: readonly ShownExpectation[],
  open: ReadonlySet<string>,
  filter: string,
): CoverageLine[] {
  const words = toSearchable(filter).split(/\s+/);
  return shown
    .filter(({expectation}) => {
      const text = toSearchable(describeExpectation(expectation));
      return words.every((word) => text.includes(word));
    })
    .flatMap((each) => {
      const key = toExpectationKey(each.expectation.id);
      const isOpen = open.has(key);
      const line: CoverageLine = {key, owner: null, kind: 'expectation', isOpen, ...each};
      return isOpen ? [line, ...toBelow(key, each)] : [line];
    });
}

/** Rows never have such an ID. */
function toExpectationKey(id: string): string {
  return `expectation ${id}`;
}

function toBelow(owner: string, {expectation, result}: ShownExpectation): CoverageLine[] {
  const offending = result?.offending ?? [];
  const some = result && offending.length < result.wrong ? `, ${offending.length} of ${result.wrong}` : '';
  const seen = result ? describeOutcome(expectation, result) : '';
  return [
    {
      key: `${owner}\nexpected`,
      owner,
      kind: 'note',
      title: 'Expected',
      text: describeExpectation(expectation),
    },
    ...(seen === ''
      ? []
      : [{key: `${owner}\nseen`, owner, kind: 'note', title: 'Seen', text: seen} as const]),
    ...(offending.length > 0
      ? [
          {key: `${owner}\nwrong`, owner, kind: 'heading', text: `Events that break it${some}`} as const,
          ...offending.map((ref) => toEventLine(owner, ref)),
        ]
      : []),
    ...namesOf(expectation).map((name): CoverageLine => {
      const row = namelessCalls.includes(name) ? {call: name, name: null} : {call: 'track', name};
      const action = {do: 'show-events', row} as const;
      return {key: `${owner}\nshow ${name}`, owner, kind: 'action', action, text: `Show ${name} in the list`};
    }),
    {
      key: `${owner}\nremove`,
      owner,
      kind: 'action',
      action: {do: 'remove-expectation', expectation},
      text: 'Remove this expectation',
    },
  ];
}
