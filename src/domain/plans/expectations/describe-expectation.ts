import {parsePointer} from '../../json/json-pointer';
import type {ExpectationFacts} from './expectation';
import type {ExpectationResult} from './judge-expectation';
import type {UnplannedName} from './unplanned-names';

export type ExpectationState = ExpectationResult['state'];

export const stateWords: Record<ExpectationState, string> = {
  met: 'met',
  broken: 'broken',
  'not-applied': 'not applied',
};

const boundWords = {exactly: 'exactly', 'at-least': 'at least', 'at-most': 'at most'} as const;

/** "signed_up is sent exactly 1 time on pages https://app.example/*" */
export function describeExpectation(expectation: ExpectationFacts): string {
  const where = expectation.pages === null ? '' : ` on pages ${expectation.pages}`;
  return `${toSentence(expectation)}${where}`;
}

function toSentence(expectation: ExpectationFacts): string {
  switch (expectation.kind) {
    case 'count': {
      const {event, bound, count} = expectation;
      return `${event} is sent ${boundWords[bound]} ${toTimes(count)}`;
    }
    case 'never':
      return `${expectation.event} is never sent`;
    case 'before':
      return `${expectation.first} comes before each ${expectation.next}`;
    case 'within':
      return `${expectation.first} is followed by ${expectation.next} within ${toDuration(expectation.milliseconds)}`;
    case 'property': {
      const {event, property, equals} = expectation;
      const name = toPropertyName(property);
      return equals === undefined
        ? `${event} always has ${name}`
        : `${event} always has ${name} with the value ${JSON.stringify(equals)}`;
    }
  }
}

/** The result of a run for it, and which of its names may be misspelt. */
export function describeOutcome(
  expectation: ExpectationFacts,
  result: Omit<ExpectationResult, 'offending'>,
): string {
  return [toOutcome(expectation, result), ...(result.unplanned ?? []).map(describeUnplannedName)].join(' ');
}

/** “signed_upp” is not in the tracking plan. Did you mean “signed_up”? */
export function describeUnplannedName({name, near}: UnplannedName): string {
  const hint = near === null ? '' : ` Did you mean “${near}”?`;
  return `“${name}” is not in the tracking plan.${hint}`;
}

function toOutcome(
  expectation: ExpectationFacts,
  {state, seen, wrong}: Omit<ExpectationResult, 'offending'>,
): string {
  if (state === 'not-applied') return explainNotApplied(expectation);
  switch (expectation.kind) {
    case 'count':
    case 'never':
      return seen === 0 ? 'It was not sent.' : `It was sent ${toTimes(seen)}.`;
    case 'before':
      return `${seen - wrong} of ${seen} came after ${expectation.first}.`;
    case 'within':
      return `${seen - wrong} of ${seen} were followed in time.`;
    case 'property':
      return expectation.equals === undefined
        ? `${seen - wrong} of ${seen} had it.`
        : `${seen - wrong} of ${seen} had this value.`;
  }
}

function explainNotApplied(expectation: ExpectationFacts): string {
  switch (expectation.kind) {
    case 'count':
    case 'never':
      return expectation.pages === null ? 'No event was sent.' : 'No event was sent on these pages.';
    case 'before':
      return `${expectation.next} was not sent.`;
    case 'within':
      return `${expectation.first} was not sent.`;
    case 'property':
      return `${expectation.event} was not sent.`;
  }
}

/** "plan" for "/plan", "address › city" for nested ones. */
function toPropertyName(pointer: string): string {
  return parsePointer(pointer)?.join(' › ') ?? pointer;
}

function toTimes(count: number): string {
  return count === 1 ? '1 time' : `${count} times`;
}

function toDuration(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}
