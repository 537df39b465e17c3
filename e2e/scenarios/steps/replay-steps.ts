import type {Panel} from '../../setup/browser-driver';
import type {Target} from '../../setup/locate';
import {click} from '../../setup/surface';
import type {ActiveRule, Rule} from '../../track-api/behaviour';
import type {ReceivedRequest} from '../../track-api/received-request';
import type {TrackApi} from '../../track-api/start-track-api';
import {expect} from './expect';
import {tabTo} from './keyboard';
import {expectText, row, tab} from './steps';

/** The responses to the original and to the latest replay, side by side. */
export const answers: Target = {role: 'region', name: 'Responses'};

/** The server's response to the replay; the status next to it is the original's, which is older. */
export async function expectReplayed(
  panel: Panel,
  status: string,
  ...words: readonly string[]
): Promise<void> {
  await expectText(panel, answers, `Replay ${status}`, ...words);
}

/** A batch of short lines, which the editor shows exactly as sent. */
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

/** Selects the only target of the open draft by keyboard, once the panel knows its address from the settings. */
export async function chooseTarget(panel: Panel, baseUrl: string): Promise<void> {
  const isKnown = (url: string) =>
    document.querySelector(`select[aria-label=Target] option[value="${url}"]`) !== null;
  await expect.poll(() => panel.evaluate(isKnown, baseUrl)).toBe(true);
  await tabTo(panel, {css: 'select[aria-label=Target]'});
  await panel.press('ArrowDown');
}

export const replayHeaders: Target = {role: 'region', name: 'Replay headers'};

/** With the keyboard: selects the only target of the open draft, and gives it its own credential. */
export async function enterCredential(panel: Panel, baseUrl: string, credential: string): Promise<void> {
  await chooseTarget(panel, baseUrl);
  await click(panel, {role: 'radio', name: 'Headers'});
  await tabTo(panel, {role: 'textbox', name: 'Header of the credential'});
  await panel.type('X-Api-Key');
  await panel.press('Tab');
  await panel.type(credential);
  await panel.press('Enter');
  await expectText(panel, replayHeaders, 'X-Api-Key: ••••••');
}

/** With the keyboard, after `enterCredential`: selects to send with it. */
export async function chooseCredential(panel: Panel): Promise<void> {
  await tabTo(panel, {css: '.edit-choices select'}, 'Shift+Tab');
  await panel.press('End');
  await expectText(panel, replayHeaders, 'The credential that you entered for this target.');
}

/** Opens the editor of a batch with faults, and puts the cursor on the first faulty line. */
export async function openFaulty(panel: Panel, name: string): Promise<void> {
  await click(panel, row(name));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-line', nth: 0});
}

/**
 * Sets the response to the next replay. Waits for the site's own report of the visit first, which would get this
 * response.
 */
export async function answerReplay(api: TrackApi, rule: Rule): Promise<ActiveRule> {
  await api.waitFor(({body}) => body.includes('page_visit'));
  return api.behave(rule);
}

/** The original and its only replay, each with a response. */
export async function expectTwo(api: TrackApi, name: string): Promise<[ReceivedRequest, ReceivedRequest]> {
  const find = () => api.received.filter(({body, answer}) => answer !== null && body.includes(name));
  await expect.poll(() => find().length, {message: `${name} reaches the server twice`}).toBe(2);
  const [original, replay] = find();
  if (original === undefined || replay === undefined)
    throw new Error(`${name} is gone from the server's log.`);
  return [original, replay];
}
