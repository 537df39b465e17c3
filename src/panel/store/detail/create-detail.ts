import {effect, type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {DecodedEvent, Inspection} from '../../../domain/verdict/inspection';
import type {LogEntry} from '../log/log-entry';
import type {DetailCache} from './create-detail-cache';
import type {Selected} from './selected';

/** What the detail pane shows. */
export type Detail =
  | {state: 'none'}
  | {state: 'loading'; id: string}
  /** It was dropped because of the limits, or its session is over. */
  | {state: 'gone'; id: string}
  | {
      state: 'ready';
      request: CapturedRequest;
      inspection: Inspection;
      /** null if the request as a whole is selected. */
      event: DecodedEvent | null;
    };

export interface DetailOptions {
  selected: ReadonlySignal<Selected | null>;
  entries: ReadonlySignal<readonly LogEntry[]>;
  getEntry(id: string): LogEntry | undefined;
  cache: DetailCache;
  /** Reads and inspects a request that is no longer in the cache, and puts it there; false if it is gone. */
  fetch(id: string): Promise<boolean>;
  onFailure(error: unknown): void;
}

/** Follows the selection, and updates as the selected request completes. Call `dispose` when done. */
export function createDetail(options: DetailOptions): {detail: ReadonlySignal<Detail>; dispose(): void} {
  const detail = signal<Detail>({state: 'none'});
  let shown: {entry: LogEntry | undefined; event: number | null; id: string} | null = null;

  function show({id, event}: Selected): boolean {
    const cached = options.cache.get(id);
    if (!cached) return false;
    const {request, inspection} = cached;
    const chosen = event === null ? null : (inspection.events[event] ?? null);
    detail.value = {state: 'ready', request, inspection, event: chosen};
    return true;
  }

  async function load(wanted: Selected): Promise<void> {
    const current = detail.peek();
    // While a newer version is being read, the older one is still shown. If there is none, it stays: the user may be
    // editing it.
    const isShown = current.state === 'ready' && current.request.id === wanted.id;
    if (!isShown) detail.value = {state: 'loading', id: wanted.id};
    const found = await options.fetch(wanted.id);
    const now = options.selected.peek();
    if (now?.id !== wanted.id) return;
    if ((!found || !show(now)) && !isShown) detail.value = {state: 'gone', id: wanted.id};
  }

  const dispose = effect(() => {
    const selected = options.selected.value;
    // Read so that the effect runs when the list changes.
    const listed = options.entries.value.length >= 0 && selected ? options.getEntry(selected.id) : undefined;
    if (!selected) {
      shown = null;
      detail.value = {state: 'none'};
      return;
    }
    if (shown?.id === selected.id && shown.event === selected.event && shown.entry === listed) return;
    shown = {...selected, entry: listed};
    if (!show(selected)) load(selected).catch(options.onFailure);
  });
  return {detail, dispose};
}
