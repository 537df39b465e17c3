import {mkdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {compareRecords} from './compare-records';
import {correctTimestamp, faultyRow, openFault, replayUntouched, sendByKeyboard} from './correct-and-replay';
import {coverByPlan} from './cover-by-plan';
import {readCaptureLog} from './read-capture-log';
import {readTotals, readVerdicts} from './read-verdicts';
import type {Stage} from './start-stage';
import {summariseReceived} from './summarise-received';
import {toTable} from './to-table';
import {visitSite, waitForAnswers} from './visit-site';

const output = fileURLToPath(new URL('../../demo-output', import.meta.url));

/**
 * Plays a visit: good events, the three known faults, a fix and a replay, then the site's tracking plan. Prints what
 * was captured, the issues and the responses; resolves to whether the server's record and the panel's are the same.
 */
export async function playScripted(stage: Stage): Promise<boolean> {
  await mkdir(output, {recursive: true});
  const {browser, site} = stage;
  const page = await browser.open(`${site.url}/?auto=off`);
  const panel = await page.openPanel();
  try {
    return await play(stage, page, panel);
  } catch (error) {
    await takePicture(stage, panel, 'trouble');
    throw error;
  }
}

async function play(stage: Stage, page: Page, panel: Panel): Promise<boolean> {
  const {api} = stage;
  await panel.resize({width: 1280, height: 600});
  await visitSite(page, stage);
  const sent = api.received.length;

  await openFault(panel);
  await takePicture(stage, panel, 'fault');
  await correctTimestamp(panel);
  await takePicture(stage, panel, 'correction');
  await sendByKeyboard(panel);
  await waitForAnswers(api, sent + 1);
  await replayUntouched(panel, faultyRow('invite_sent'));
  await waitForAnswers(api, sent + 2);

  const differences = [...(await compare(stage, panel)), ...(await print(stage, panel))];
  await takePicture(stage, panel, 'verdicts');
  await coverByPlan(stage, page, panel, () => takePicture(stage, panel, 'coverage'));
  console.log('The rule of signed_up is covered: its fault was fixed from the plan, and sent again.');
  for (const difference of differences) console.error(`✕ ${difference}`);
  return differences.length === 0;
}

/** The panel receives responses slightly later than the page, so the comparison is repeated for a moment. */
async function compare({api}: Stage, panel: Panel): Promise<readonly string[]> {
  const look = async () =>
    compareRecords(await readCaptureLog(panel), api.received.map(summariseReceived)).differences;
  try {
    await poll(async () => (await look()).length === 0, 'The records differ.');
    return [];
  } catch {
    // Not an error but the result: returns the differences.
    return await look();
  }
}

/** Resolves to the differences between the panel's totals and the server's. */
async function print({api}: Stage, panel: Panel): Promise<readonly string[]> {
  const shown = await readVerdicts(panel);
  const rows = shown.map(({name, found, status}) => [name, found, status]);
  const totals = await readTotals(panel);
  const expected = `${api.received.length} requests · ${countEvents(api)} events`;
  console.log(`\n${toTable([['Captured', 'Found', 'Answered'], ...rows])}\n`);
  console.log(`The panel says:  ${totals}`);
  console.log(`The server says: ${expected}\n`);
  const shownAnswers = toSorted(shown.map(({status}) => status));
  const givenAnswers = toSorted(api.received.map(({answer}) => String(answer?.status)));
  return [
    ...(totals.startsWith(expected) ? [] : [`The panel counts ${totals}, the server ${expected}.`]),
    ...(shownAnswers === givenAnswers
      ? []
      : [`The panel shows the answers ${shownAnswers}, the server gave ${givenAnswers}.`]),
  ];
}

function countEvents({received}: Stage['api']): string {
  const sizes = received.map(({body}) => (JSON.parse(body.toString()) as unknown[]).length);
  return sizes.reduce((sum, size) => sum + size, 0).toLocaleString('en-US');
}

function toSorted(answers: readonly string[]): string {
  return [...answers].sort().join(' ');
}

async function takePicture({browser}: Stage, panel: Panel, name: string): Promise<void> {
  const path = `${output}/${browser.name}-${name}.png`;
  await panel.screenshot(path);
  console.log(`Picture: ${path}`);
}
