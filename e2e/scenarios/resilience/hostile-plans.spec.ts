import type {Page} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';
import {click, findElement, textOf} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

test.use({ownBrowser: true});

/** Only the hostile rules of a plan are lost: each is reported in a sentence, and the harmless rule is still checked. */
test('hostile plans are told in sentences, and cost neither the panel nor the other rules', async ({
  inspector,
}) => {
  test.setTimeout(180_000);
  const {browser, page, panel, endpoint} = inspector;
  await fromQuietPage(inspector);
  const settings = await browser.openExtensionPage('src/settings-page/settings.html');
  await choosePlan(settings, {kind: 'oversized'});
  await expect.poll(() => textOf(settings, alert)).toContain('larger than 15 MB');
  await choosePlan(settings, {kind: 'text', text: '{"__proto__": {"events": {"a": {}}}}'});
  await expect.poll(() => textOf(settings, alert)).toContain('not a tracking plan');
  await choosePlan(settings, {kind: 'hostile'});
  for (const sentence of sentences) {
    await expect
      .poll(() => textOf(settings, {css: '.plan-preview'}), {message: sentence})
      .toContain(sentence);
  }
  await click(settings, {role: 'button', name: 'Add plan'});
  await findElement(settings, {css: '.plan-row'});
  await choosePlan(settings, {kind: 'large'});
  await expect
    .poll(() => textOf(settings, {css: '.plan-preview'}), {timeout: 60_000})
    .toContain('10,000 rules');

  // Warm up: the first run compiles the code.
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'good'})])});
  await expectText(panel, row('good'), 'plan/missing-property');
  const hostile = [
    {event_name: 'deep', properties: {a: 1}},
    {event_name: 'circular', properties: {a: 1}},
    {event_name: 'doubled', properties: {a: 1}},
    {event_name: 'nested', properties: {code: `${'a'.repeat(50)}!`}},
  ];
  const {busiest} = await panel.traceTasks(async () => {
    await click(settings, {role: 'button', name: 'Add plan'});
    await findElement(settings, {css: '.plan-row', nth: 1});
    for (const event of hostile) await send(page, endpoint, {body: JSON.stringify([anEvent(event)])});
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'event_9999'})])});
    await expectText(panel, row('event_9999'), 'plan/missing-property');
    for (const name of ['doubled', 'nested']) {
      await expectText(panel, {css: '.banner', text: name}, `“track/${name}”`, 'took too long');
    }
    for (const {event_name} of hostile) await expectText(panel, row(event_name), '200');
  });
  if (browser.name === 'chromium') {
    expect(busiest, 'no plan is read and no event judged on this thread').toBeLessThan(BUSIEST);
  }
  // The bench measures how long 10,000 rules take: on a busy machine the first run is several times slower.
  await click(panel, {role: 'button', name: 'Coverage'});
  await poll(() => panel.evaluate(showLargePlan), 'Coverage has no plan to choose.');
  await expectText(panel, {css: '.severity-choice', text: 'never seen'}, '9,999');
  await expectText(panel, {css: '.line-row', text: 'event_9999'}, 'never right');
});

/** Milliseconds of processor time in one task. Reading the 14 MB plan takes many times as long. */
const BUSIEST = 50;

const alert = {css: '#plans [role=alert]'};

/** From the preview of the hostile plan. */
const sentences = [
  'nested more than 200 levels deep',
  '$ref #/properties/a leads back to itself',
  'https://evil.example/schema.json points outside of this schema; nothing is fetched',
];

type Choice = {kind: 'oversized' | 'hostile' | 'large'} | {kind: 'text'; text: string};

/** Puts a file into the field for plans, like a user who chooses one; the large ones are made in the page. */
async function choosePlan(settings: Page, choice: Choice): Promise<void> {
  await poll(() => settings.evaluate(fillField, choice), 'The settings have no field for a plan.');
}

/** Runs in the settings page. */
function fillField(choice: Choice): boolean {
  const field = document.querySelector<HTMLInputElement>('#plan-file');
  if (!field) return false;
  const nest = (levels: number) => `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;
  const write = (): string => {
    switch (choice.kind) {
      case 'text':
        return choice.text;
      case 'oversized':
        return `{"events": {"a": {"description": "${'x'.repeat(15_000_001)}"}}}`;
      case 'large': {
        const description = 'x'.repeat(1_400);
        const rule = {type: 'object', description, required: ['plan']};
        const names = Array.from({length: 10_000}, (_, number) => [`event_${number}`, rule]);
        return JSON.stringify({title: 'Large', events: Object.fromEntries(names)});
      }
      case 'hostile': {
        const definitions: Record<string, unknown> = {d0: {type: 'string'}};
        for (let level = 1; level <= 40; level++) {
          const $ref = `#/definitions/d${level - 1}`;
          definitions[`d${level}`] = {allOf: [{$ref}, {$ref}]};
        }
        const events = {
          circular: {type: 'object', properties: {a: {$ref: '#/properties/a'}}},
          remote: {type: 'object', properties: {a: {$ref: 'https://evil.example/schema.json'}}},
          doubled: {type: 'object', definitions, properties: {a: {$ref: '#/definitions/d40'}}},
          nested: {type: 'object', properties: {code: {pattern: '^(a|a)*$'}}},
          good: {type: 'object', required: ['plan']},
          deep: 'DEEP',
        };
        const text = JSON.stringify({title: 'Hostile', events});
        return text.replace('"DEEP"', `{"type":"object","properties":{"a":${nest(5_000)}}}`);
      }
    }
  };
  const files = new DataTransfer();
  files.items.add(new File([write()], 'plan.json', {type: 'application/json'}));
  field.files = files.files;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  return true;
}

/** Runs in the panel, which otherwise shows the first plan. */
function showLargePlan(): boolean {
  const choice = document.querySelector<HTMLSelectElement>('.coverage [aria-label="Tracking plan"]');
  const large = [...(choice?.options ?? [])].find(({text}) => text === 'Large');
  if (!choice || !large) return false;
  choice.value = large.value;
  choice.dispatchEvent(new Event('change', {bubbles: true}));
  return true;
}
