import type {Panel} from '../../setup/browser-driver';
import type {Target} from '../../setup/locate';
import {click} from '../../setup/surface';
import type {ActiveRule, Rule} from '../../track-api/behaviour';
import type {ReceivedRequest} from '../../track-api/received-request';
import type {TrackApi} from '../../track-api/start-track-api';
import {expect} from './expect';
import {tabTo} from './keyboard';
import {expectText, row, tab} from './steps';

/** The answers to the original and to what was sent last, side by side. */
export const answers: Target = {role: 'region', name: 'Responses'};

/** What the server said to the replay: the status of the original stands beside it, and is older. */
export async function expectReplayed(
  panel: Panel,
  status: string,
  ...words: readonly string[]
): Promise<void> {
  await expectText(panel, answers, `Replay ${status}`, ...words);
}

/** A batch of short lines, which the editor shows just as it is sent. */
export function toLines(name: string): string {
  const timestamp = '"timestamp":"2026-11-01T10:00:00.000Z"';
  return `[\n{"event_name":"${name}",\n"user_id":"u-1",\n${timestamp},\n"context":{"group_id":"g-1"}}\n]`;
}

/** Selects the event, opens its editor and puts the cursor into it. */
export async function openEditor(panel: Panel, name: string): Promise<void> {
  await expectText(panel, row(name), '200');
  await click(panel, row(name));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-content'});
  await expectText(panel, {css: '.cm-content'}, name);
}

export const replayHeaders: Target = {role: 'region', name: 'Replay headers'};

/** By keyboard: chooses the only target of the open draft, and gives it a credential of its own. */
export async function enterCredential(panel: Panel, credential: string): Promise<void> {
  await tabTo(panel, {css: 'select[aria-label=Target]'});
  await panel.press('ArrowDown');
  await click(panel, {role: 'radio', name: 'Headers'});
  await tabTo(panel, {role: 'textbox', name: 'Header of the credential'});
  await panel.type('X-Api-Key');
  await panel.press('Tab');
  await panel.type(credential);
  await panel.press('Enter');
  await expectText(panel, replayHeaders, 'X-Api-Key: ••••••');
}

/** By keyboard, after `enterCredential`: chooses to send with it. */
export async function chooseCredential(panel: Panel): Promise<void> {
  await tabTo(panel, {css: '.edit-choices select'}, 'Shift+Tab');
  await panel.press('End');
  await expectText(panel, replayHeaders, 'The credential that you entered for this target.');
}

/** Opens the editor of a batch that holds faults, and puts the cursor on the first line of it. */
export async function openFaulty(panel: Panel, name: string): Promise<void> {
  await click(panel, row(name));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-line', nth: 0});
}

/** Programs the answer to the replay that follows; the site's own report of the visit, which would take it, comes first. */
export async function answerReplay(api: TrackApi, rule: Rule): Promise<ActiveRule> {
  await api.waitFor(({body}) => body.includes('page_visit'));
  return api.behave(rule);
}

/** The original and its one replay, each answered. */
export async function expectTwo(api: TrackApi, name: string): Promise<[ReceivedRequest, ReceivedRequest]> {
  const find = () => api.received.filter(({body, answer}) => answer !== null && body.includes(name));
  await expect.poll(() => find().length, {message: `${name} reaches the server twice`}).toBe(2);
  const [original, replay] = find();
  if (original === undefined || replay === undefined)
    throw new Error(`${name} is gone from the server's log.`);
  return [original, replay];
}
