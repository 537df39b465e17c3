import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {click, findElement} from '../setup/surface';

/** One request as shown by the panel. */
export interface ShownRequest {
  name: string;
  /** Issue codes, with their number if they occur several times. */
  found: string;
  status: string;
}

/** Reads each request of the panel's list with the issues in its tab, as a user would who clicks through them. */
export async function readVerdicts(panel: Panel): Promise<ShownRequest[]> {
  const rows = await poll(async () => {
    const found = await panel.evaluate(findRequestRows);
    return found.some(({status}) => status === 'pending') ? null : found;
  }, 'A request of the list stays without an answer.');
  const shown: ShownRequest[] = [];
  for (const {position, name, status} of rows) {
    const row = {css: `[role=row][data-position="${position}"]`};
    await click(panel, row);
    await findElement(panel, {css: `${row.css}[aria-selected=true]`});
    await click(panel, {css: '#tab-issues'});
    await findElement(panel, {css: '#tab-issues[aria-selected=true]'});
    const codes = await poll(() => panel.evaluate(readCodes), 'The tab “Issues” stays empty.');
    shown.push({name, status, found: summarise(codes)});
  }
  return shown;
}

/** The numbers in the status bar: "9 requests · 1,021 events · …". */
export async function readTotals(panel: Panel): Promise<string> {
  return (await findElement(panel, {css: '.status-counts'})).text;
}

/** Runs in the panel: rows with a status are requests; the others are visits or events of a batch. */
function findRequestRows(): {position: number; name: string; status: string}[] {
  const text = (row: Element, css: string) => row.querySelector(css)?.textContent?.trim() ?? '';
  return [...document.querySelectorAll('[role=row][data-position]')]
    .map((row) => ({
      position: Number(row.getAttribute('data-position')),
      name: row.querySelector('.badge[title=replay]')
        ? `↳ ${text(row, '.row-name')}, replayed`
        : text(row, '.row-name'),
      status: text(row, '.cell-status'),
    }))
    .filter(({status}) => status !== '')
    .sort((one, other) => one.position - other.position);
}

/** Runs in the panel: the issues of the selected request; null while the tab is loading. */
function readCodes(): string[] | null {
  const pane = document.querySelector('#tab-panel');
  if (!pane?.textContent) return null;
  return [...pane.querySelectorAll('li[data-code]')].map((item) => item.getAttribute('data-code') ?? '');
}

function summarise(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => (count > 1 ? `${code} × ${count}` : code)).join(', ') || '–';
}
