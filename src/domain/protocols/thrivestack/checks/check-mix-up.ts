import type {JsonObject} from '../../../json/json-value';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import {standardEvents} from '../standard-events';

/** Two events of the same kind that are easily confused, even by the vendor's own "Try Out!". */
const pairs: Readonly<Record<string, string>> = {
  user_enriched: 'group_enriched',
  group_enriched: 'user_enriched',
};

/** If this number of properties belong to the other event, and none to this one, it is not a coincidence. */
const TELLING = 3;

/** Reports an event whose properties are all those of its counterpart. */
export function checkMixUp(
  event: {index: number; name: string | null},
  properties: JsonObject,
  add: AddIssue,
): void {
  const {name, index} = event;
  const other = name !== null && Object.hasOwn(pairs, name) ? pairs[name] : undefined;
  if (name === null || other === undefined) return;
  const own = getDistinctive(name, other);
  const others = getDistinctive(other, name);
  let telling = 0;
  for (const key in properties) {
    if (own.has(key)) return;
    if (others.has(key)) telling++;
  }
  if (telling < TELLING) return;
  add(
    toIssue('mixed-up-event', {
      event: index,
      pointer: '/event_name',
      params: {name, other, count: telling},
    }),
  );
}

const distinctive = new Map<string, ReadonlySet<string>>();

/** Properties that are documented for one event and not for the other. */
function getDistinctive(name: string, other: string): ReadonlySet<string> {
  const known = distinctive.get(name);
  if (known) return known;
  const others = standardEvents[other]?.properties() ?? {};
  const own = Object.keys(standardEvents[name]?.properties() ?? {});
  const made = new Set(own.filter((key) => !Object.hasOwn(others, key)));
  distinctive.set(name, made);
  return made;
}
