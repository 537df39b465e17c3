import type {Panel} from '../setup/browser-driver';
import type {Target} from '../setup/locate';
import {poll} from '../setup/poll';
import {click, findElement, textOf} from '../setup/surface';

/** Fixes the two-digit year with the fix next to the field, and shows the change. */
export async function correctTimestamp(panel: Panel): Promise<void> {
  await click(panel, faultyRow('signed_up'));
  await click(panel, {css: '#tab-event'});
  await click(panel, {css: '.issue[data-code=bad-timestamp] button'});
  await click(panel, {css: '[role=dialog] .edit-fix button'});
  await expectText(panel, {css: '.edit-counts'}, 'No issues');
  await click(panel, {css: '.edit-face-choice', text: 'Changes'});
  await findElement(panel, {css: '.edit-merge'});
}

/** Opens the event with the two-digit year; resolves when its issue is shown at the field. */
export async function openFault(panel: Panel): Promise<void> {
  await click(panel, faultyRow('signed_up'));
  await findElement(panel, {css: '.issue[data-code=bad-timestamp]'});
}

/** Resends a captured batch unchanged. */
export async function replayUntouched(panel: Panel, row: Target): Promise<void> {
  await click(panel, row);
  await click(panel, {css: '#tab-edit'});
  await click(panel, {css: '.cm-content'});
  await sendByKeyboard(panel);
}

/** The first row of an event with that name that has an issue. */
export function faultyRow(name: string): Target {
  return {css: '[role=row]:has(.row-note[data-verdict=error])', text: name};
}

/** Sends the text in the editor; resolves when the response is shown next to the original's. */
export async function sendByKeyboard(panel: Panel): Promise<void> {
  await panel.press('Control+Enter');
  await expectText(panel, {role: 'region', name: 'Responses'}, 'Replay 200');
}

export async function expectText(panel: Panel, target: Target, words: string): Promise<void> {
  await poll(
    async () => (await textOf(panel, target))?.includes(words),
    async () => `“${words}” is not shown, but: ${await textOf(panel, target)}`,
  );
}
