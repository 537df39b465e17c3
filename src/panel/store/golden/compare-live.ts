import {effect} from '@preact/signals';
import {compareSessions} from '../../../domain/golden/compare-sessions';
import type {Difference} from '../../../domain/golden/difference';
import type {GoldenSession} from '../../../domain/golden/golden-session';
import {readGolden} from '../../../domain/golden/golden-text';
import {createSessionBuilder, type EventPlace} from '../../../domain/golden/to-golden-session';
import type {PanelStore} from '../create-panel-store';
import type {Selected} from '../detail/selected';
import type {GoldenComparison, PlacedDifference} from './golden-comparison';

/**
 * Compares the listed requests with a golden session, again whenever the list changes, until `store.golden` is
 * another comparison or none. `listShown` lists the requests, in order. Throws if the file is not a golden session.
 */
export function compareLive(
  store: PanelStore,
  file: {name: string; text: string},
  listShown: (store: PanelStore) => string[],
): void {
  const reading = readGolden(file.text);
  if (!reading.ok) throw new Error(`${file.name}: ${reading.fault}`);
  const {session} = reading;
  const {mask = []} = session;
  store.golden.value = {file: file.name, session, mask, differences: null, unread: 0, isOpen: true};
  let isRunning = false;
  let compared: unknown = null;
  const stop = effect(() => {
    const shown = toCompared(store.list.entries.value, store.filter.applied.value, store.golden.value);
    // An effect cannot be disposed of during its first run.
    if (store.golden.value?.session !== session) return queueMicrotask(() => stop());
    if (!isRunning && !isSame(shown, compared)) queueMicrotask(() => void run().catch(store.notices.fail));
  });

  /** One comparison at a time; later changes are compared when the result is there. */
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      const before = store.golden.peek();
      compared = toCompared(store.list.entries.peek(), store.filter.applied.peek(), before);
      const golden = {...session, mask: before?.mask ?? []};
      const found = await compareOnce(store, listShown(store), golden);
      isRunning = false;
      const now = store.golden.peek();
      if (now?.session === session) store.golden.value = {...now, ...found};
    } finally {
      isRunning = false;
    }
  }
}

/** The data that a comparison depends on. */
function toCompared(entries: unknown, filter: unknown, comparison: GoldenComparison | null): unknown[] {
  return [entries, filter, comparison?.mask];
}

function isSame(shown: readonly unknown[], compared: unknown): boolean {
  return Array.isArray(compared) && shown.every((part, index) => part === compared[index]);
}

async function compareOnce(store: PanelStore, ids: readonly string[], golden: GoldenSession) {
  const {builder, read} = await buildSession(store, ids);
  const places = builder.places();
  return {
    differences: compareSessions(golden, builder.session()).map(
      (difference): PlacedDifference => ({difference, row: toRow(difference, places, read)}),
    ),
    unread: builder.unread,
  };
}

/** The session of these requests, and the IDs of those that still exist, in the order of adding. */
export async function buildSession(store: PanelStore, ids: readonly string[]) {
  const builder = createSessionBuilder([]);
  const read: string[] = [];
  for (const [index, id] of ids.entries()) {
    const inspected = await store.read(id);
    if (inspected) {
      builder.add(inspected);
      read.push(id);
    }
    if (index % 50 === 49) await store.pause();
  }
  return {builder, read};
}

/** A difference counts in the golden session if the event is missing, else in the list. */
function toRow(
  difference: Difference,
  places: readonly EventPlace[],
  ids: readonly string[],
): Selected | null {
  const {kind, at} = difference;
  const isListed = kind !== 'missing' && !(kind === 'times' && difference.before > difference.after);
  const place = isListed ? places[at - 1] : undefined;
  const id = place && ids[place.request];
  return id === undefined ? null : {id, event: place?.event ?? null};
}
