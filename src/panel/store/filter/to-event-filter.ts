import {toExactWord} from './to-filter-word';

/** The filter line for events with one name in calls of one type; without a name, for all calls of the type. */
export function toEventFilter({call, name}: {call: string; name: string | null}): string {
  const type = toExactWord('type', call === 'unknown' ? '' : call);
  return name === null ? type : `${toExactWord('name', name)} ${type}`;
}
