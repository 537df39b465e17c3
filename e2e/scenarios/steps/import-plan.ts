import {readFile} from 'node:fs/promises';
import type {Browser, Page} from '../../setup/browser-driver';
import type {Surface} from '../../setup/surface';
import {click, findElement} from '../../setup/surface';
import {anEvent} from './steps';

const planFile = new URL('../../site/tracking-plan.json', import.meta.url);

/** The tracking plan of the demo site. */
export function readSitePlan(): Promise<string> {
  return readFile(planFile, 'utf8');
}

/** A plan with a pattern that takes a second for 24 letters, and twice as long for each additional one. */
export const hangingPlan = JSON.stringify({
  title: 'Hostile',
  events: {
    hanging_thing: {type: 'object', 'x-section': 'Codes', properties: {code: {pattern: '^(a|a)*$'}}},
    other_thing: {type: 'object', required: ['plan']},
  },
});

/** The event that is checked against this pattern. */
export function hangingBody(): string {
  return JSON.stringify([anEvent({event_name: 'hanging_thing', properties: {code: `${'a'.repeat(50)}!`}})]);
}

/** Imports a plan in the settings by pasting it, as a user would; resolves when it is stored. */
export async function importPlan(browser: Browser, text: string): Promise<Page> {
  const settings = await browser.openExtensionPage('src/settings-page/settings.html');
  await click(settings, {css: '#plan-text'});
  await pastePlan(settings, text);
  await click(settings, {role: 'button', name: 'Preview'});
  await click(settings, {role: 'button', name: 'Add plan'});
  await findElement(settings, {css: '.plan-row'});
  return settings;
}

/** Inserts text at the cursor as the clipboard would. */
export async function pastePlan(settings: Surface, text: string): Promise<void> {
  await settings.evaluate((plan) => void document.execCommand('insertText', false, plan), text);
}
