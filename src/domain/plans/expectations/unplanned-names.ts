import {eventTypes} from '../../protocols/wire-format';
import {findNearName} from '../near-name';
import {type ExpectationFacts, namesOf} from './expectation';

/** An event that an expectation names, but not its plan. */
export interface UnplannedName {
  name: string;
  /** The planned name that was probably meant; null if there is none. */
  near: string | null;
}

/**
 * The events that an expectation names but the plan does not, so that it may never be broken or never be met. None if
 * the plan is a part of one, or names no event. That an event which is not planned is never sent can be meant, so its
 * name only counts if it is similar to a planned one.
 */
export function findUnplannedNames(
  expectation: ExpectationFacts,
  {rules, isPartial}: {rules: readonly {name: string | null}[]; isPartial: boolean},
): UnplannedName[] {
  const planned = new Set(rules.flatMap(({name}) => name ?? []));
  if (isPartial || planned.size === 0) return [];
  // Events without a name are named by their type.
  const known = new Set<string>([...planned, ...eventTypes]);
  return namesOf(expectation)
    .filter((name) => !known.has(name))
    .map((name) => ({name, near: findNearName(name, planned)}))
    .filter(({near}) => near !== null || !isNever(expectation));
}

function isNever(expectation: ExpectationFacts): boolean {
  return (
    expectation.kind === 'never' ||
    (expectation.kind === 'count' && expectation.count === 0 && expectation.bound !== 'at-least')
  );
}
