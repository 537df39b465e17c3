import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, apiKey, expectText, row, send} from '../steps/steps';

const menu = {role: 'button', name: 'Export, resend, import'};
const golden = {role: 'region', name: 'Differences from the golden session'};

test('what is listed is saved as a session, and opened again without its credentials', async ({
  inspector,
}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'kept_thing', context: {}})])});
  await expectText(panel, row('kept_thing'), '200', 'missing-group-id');
  await expectText(panel, row('page_visit'), '200');
  await click(panel, row('kept_thing'), {button: 'right'});
  await click(panel, {role: 'menuitem', name: 'Pin request'});
  await expectText(panel, row('kept_thing'), 'pinned');
  const told = 'Saved 2 requests. Credentials are not saved.';
  const text = await save(panel, 'Save filtered requests as a session', told);
  expect(text).not.toContain(apiKey);

  await give(panel, 'Session file', 'yesterday.json', text);
  await expectText(panel, {css: '.toast'}, 'Opened 2 requests.');
  for (const text of ['kept_thing', 'pinned', 'missing-group-id']) {
    await expect.poll(() => countOf(panel, row(text)), {message: `${text}, twice`}).toBe(2);
  }
  await findElement(panel, row('imported from yesterday.json'));

  await give(panel, 'Session file', 'other.json', '{"log": {}}');
  await findElement(panel, {css: '.banner', text: 'This is not a saved session.'});
});

test('the list is compared with a golden session while the page sends', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const batch = (event_name: string, plan: string) => ({
    body: JSON.stringify([anEvent({event_name, properties: {plan}})]),
  });
  await send(page, endpoint, batch('first_thing', 'pro'));
  await send(page, endpoint, batch('second_thing', 'pro'));
  await expectText(panel, row('second_thing'), '200');
  await expectText(panel, row('page_visit'), '200');
  const told = 'Saved 3 events as a golden session.';
  const text = await save(panel, 'Save filtered events as a golden session', told);

  const edited = text.replace('"plan": "pro"', '"plan": "free"').replaceAll('second_thing', 'lost_thing');
  await give(panel, 'Golden session file', 'flow.golden.json', edited);
  await expectText(
    panel,
    golden,
    '2 differences from flow.golden.json (3 events)',
    '/event_name is "second_thing"; it was "lost_thing".',
    '/properties/plan is "pro"; it was "free".',
  );
  await send(page, endpoint, batch('late_thing', 'pro'));
  await expectText(panel, golden, '3 differences', 'track "late_thing" is new.');

  await click(panel, {
    role: 'button',
    name: 'track "first_thing": /properties/plan is "pro"; it was "free".',
  });
  await expectText(panel, {css: '.detail-name'}, 'first_thing');
  await expectText(panel, row('first_thing'), 'changed');
  await expectText(panel, row('late_thing'), 'new');
  await click(panel, {role: 'button', name: 'Close the details'});
  await click(panel, menu);
  await click(panel, {role: 'button', name: 'Show differences from the golden session'});
  await click(panel, {role: 'button', name: 'Stop comparing'});
  await expect.poll(() => countOf(panel, {css: '.golden-mark'}), {message: 'the marks go'}).toBe(0);

  await give(panel, 'Golden session file', 'same.golden.json', text);
  await expectText(panel, golden, '1 difference from same.golden.json', 'track "late_thing" is new.');
});

/** Saves with the menu; resolves to the contents of the file. */
async function save(panel: Panel, item: string, told: string): Promise<string> {
  await panel.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      URL.createObjectURL = make;
      void blob.text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return make.call(URL, blob);
    };
  }, null);
  await click(panel, menu);
  await click(panel, {role: 'button', name: item});
  await expectText(panel, {css: '.toast'}, told);
  const read = () =>
    panel.evaluate(() => {
      const {saved = ''} = document.documentElement.dataset;
      return saved;
    }, null);
  await expect.poll(read, {message: item}).not.toBe('');
  return read();
}

/** Gives a file to the panel, in place of the browser's file dialog, which scripts cannot control. */
async function give(panel: Panel, label: string, name: string, text: string): Promise<void> {
  await click(panel, menu);
  await panel.evaluate(
    (file) => {
      const input = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${file.label}"]`);
      if (input === null) throw new Error('The panel takes no such file.');
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.text], file.name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    },
    {label, name, text},
  );
}
