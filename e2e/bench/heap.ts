import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {click, countOf} from '../setup/surface';
import {measureLoad} from './longest-task';
import type {Bench} from './open-bench';
import {startWatching} from './watch-tasks';

/** Bytes of JavaScript in use after a collection. */
export interface HeapAt {
  name: string;
  panel: number;
  judge: number;
}

/** Memory use of panel and judge: empty, with 100,000 events, and after Clear. Chromium only: Firefox does not report it. */
export async function measureHeap({browser, site, api}: Bench): Promise<HeapAt[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await startWatching(panel);
  const stage = {page, panel, url: `${api.url}/api/track`};
  // Warm up: code that is compiled and loaded once is not part of the cost of 100,000 events.
  await measureLoad(stage, {requests: 1, events: 100, bytes: 300});
  await clear(panel);
  const empty = await readAt(panel, 'empty');
  await measureLoad(stage, {requests: 100, events: 1_000, bytes: 300});
  const full = await readAt(panel, 'with 100,000 events');
  await clear(panel);
  return [empty, full, await readAt(panel, 'after Clear')];
}

async function clear(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Clear'});
  await poll(async () => (await countOf(panel, {css: '.row'})) === 0, 'The list is not cleared.', 60_000);
}

async function readAt(panel: Panel, name: string): Promise<HeapAt> {
  const heap = await panel.readHeap();
  if (heap === null) throw new Error('This browser does not tell of its heaps.');
  return {name, panel: heap.page, judge: heap.workers};
}
