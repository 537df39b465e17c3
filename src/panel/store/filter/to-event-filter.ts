import {toNameWord} from './to-filter-word';

/** The filter line that finds the events of one name in calls of one type; all calls of the type where it has no name. */
export function toEventFilter({call, name}: {call: string; name: string | null}): string {
  const type = call === 'track' || call === 'unknown' ? '' : `type:${call}`;
  if (name === null) return call === 'unknown' ? '' : `type:${call}`;
  return `${toNameWord(name) ?? ''} ${type}`.trim();
}
