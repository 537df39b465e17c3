import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {Bench} from './open-bench';

const warmUps = 10;
const probes = 60;

/**
 * Milliseconds from the page's fetch() to the frame that shows its row, one request at a time. Both times are read
 * from the clocks of page and panel, which the browser keeps in sync.
 */
export async function measureRowLatency({browser, site, api}: Bench): Promise<number[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 1_900});
  await panel.evaluate(watchRows);
  const delays: number[] = [];
  for (let index = 0; index < warmUps + probes; index++) {
    const delay = await measureOne(page, panel, {url: `${api.url}/api/track`, name: `probe_${index}_`});
    if (index >= warmUps) delays.push(delay);
  }
  return delays;
}

interface Probe {
  url: string;
  name: string;
}

async function measureOne(page: Page, panel: Panel, probe: Probe): Promise<number> {
  const sentAt = await page.evaluate(sendProbe, probe);
  const paintedAt = await poll(() => panel.evaluate(readPainted, probe.name), `${probe.name} has no row.`);
  return paintedAt - sentAt;
}

/** Runs in the page; resolves to the time of sending. */
function sendProbe({url, name}: Probe): number {
  const event = {
    event_name: name,
    user_id: 'user-1',
    timestamp: new Date().toISOString(),
    properties: {feature: 'bench'},
    context: {group_id: 'account-1'},
  };
  const body = JSON.stringify([event]);
  const at = performance.timeOrigin + performance.now();
  fetch(url, {method: 'POST', body}).catch((error: unknown) => {
    // In this case there is no row either, which ends the bench.
    console.warn(error);
  });
  return at;
}

/** Runs in the panel: records when the frame with a new name has been painted. */
function watchRows(): void {
  const painted = new Map<string, number>();
  const seen = new Set<string>();
  const look = () => {
    for (const cell of document.querySelectorAll('.row-name')) {
      const name = cell.textContent ?? '';
      if (seen.has(name)) continue;
      seen.add(name);
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => painted.set(name, performance.timeOrigin + performance.now());
        // Runs after the frame was made.
        port2.postMessage(null);
      });
    }
  };
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
  Object.assign(globalThis, {paintedRows: painted});
}

/** Runs in the panel. */
function readPainted(name: string): number | null {
  return (globalThis as unknown as {paintedRows: Map<string, number>}).paintedRows.get(name) ?? null;
}
