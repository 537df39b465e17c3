import {splitPointer} from '../json/json-pointer';
import {alignEvents, type Pair} from './align';
import {type Difference, toSubject} from './difference';
import {findMoved} from './find-moved';
import {type GoldenEvent, type GoldenSession, toKey} from './golden-session';
import {toLeaves} from './leaves';
import {maskSession} from './mask-session';
import {createIdentityCheck, type IdentityCheck} from './match-identities';

/**
 * The differences between a session and the golden one, in reading order. Values that one of them masks are not
 * compared: the golden session may be older than a mask in the settings.
 */
export function compareSessions(golden: GoldenSession, session: GoldenSession): Difference[] {
  const mask = [...(golden.mask ?? []), ...(session.mask ?? [])];
  const before = maskSession(golden, mask).events;
  const after = maskSession(session, mask).events;
  const {pairs, missing, added} = alignEvents(before, after);
  const identities = createIdentityCheck();
  const changed = [...pairs]
    .sort((a, b) => a.before - b.before)
    .flatMap((pair) => compareEvents(before, after, pair, identities));
  const moved = findMoved(pairs).flatMap((pair): Difference[] => {
    const event = after[pair.after];
    return event ? [{kind: 'moved', ...toSubject(event, pair.after), before: pair.before + 1}] : [];
  });
  return [
    ...count(before, after, missing, 'missing'),
    ...count(after, before, added, 'new'),
    ...changed,
    ...moved,
  ];
}

/** Events without a partner: missing, new, or a different number than before. */
function count(
  own: readonly GoldenEvent[],
  others: readonly GoldenEvent[],
  indexes: readonly number[],
  kind: 'missing' | 'new',
): Difference[] {
  const told = new Set<string>();
  const [ofOwn, ofOthers] = [countKeys(own), countKeys(others)];
  return indexes.flatMap((index): Difference[] => {
    const event = own[index];
    if (event === undefined) return [];
    const key = toKey(event);
    const [here = 0, elsewhere = 0] = [ofOwn.get(key), ofOthers.get(key)];
    const subject = toSubject(event, index);
    if (elsewhere === 0) return [{kind, ...subject}];
    if (told.has(key)) return [];
    told.add(key);
    const [expected, sent] = kind === 'missing' ? [here, elsewhere] : [elsewhere, here];
    return [{kind: 'times', ...subject, before: expected, after: sent}];
  });
}

function countKeys(events: readonly GoldenEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(toKey(event), (counts.get(toKey(event)) ?? 0) + 1);
  return counts;
}

function compareEvents(
  before: readonly GoldenEvent[],
  after: readonly GoldenEvent[],
  pair: Pair,
  identities: IdentityCheck,
): Difference[] {
  const [old, now] = [before[pair.before], after[pair.after]];
  if (old === undefined || now === undefined) return [];
  const [oldLeaves, newLeaves] = [toLeaves(old), toLeaves(now)];
  const subject = toSubject(now, pair.after);
  const pointers = new Set([...oldLeaves.keys(), ...newLeaves.keys()]);
  const changes = [...pointers].sort().flatMap((pointer) => {
    const [left = null, right = null] = [oldLeaves.get(pointer), newLeaves.get(pointer)];
    const found = identities.compare(left, right);
    return found === null ? [] : [{kind: 'changed' as const, ...subject, pointer, ...found}];
  });
  return joinRenamed(changes);
}

type Change = Extract<Difference, {kind: 'changed'}>;

/** A value that is missing, and is present under another name in the same object, is one difference. */
function joinRenamed(changes: readonly Change[]): Difference[] {
  const gone = changes.filter(({after}) => after === null);
  const fresh = new Map<string, Change[]>();
  for (const now of changes) {
    if (now.before !== null) continue;
    const place = toPlace(now, now.after);
    const same = fresh.get(place);
    if (same) same.push(now);
    else fresh.set(place, [now]);
  }
  const joined = new Set<Change>();
  const renamed = gone.flatMap((old): Difference[] => {
    const place = toPlace(old, old.before);
    const same = fresh.get(place);
    const partner = same?.length === 1 ? same[0] : undefined;
    if (partner === undefined) return [];
    fresh.delete(place);
    joined.add(old).add(partner);
    const {call, name, at, pointer} = old;
    return [{kind: 'renamed', call, name, at, pointer, to: partner.pointer}];
  });
  return [...renamed, ...changes.filter((change) => !joined.has(change))];
}

/** A value, and the object that contains it. */
function toPlace({pointer}: Change, value: string | null): string {
  return JSON.stringify([splitPointer(pointer)?.parent, value]);
}
