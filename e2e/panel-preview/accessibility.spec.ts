import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`axe finds nothing in the ${theme} theme, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width, parameters: {granted: 'none'}});
      await loadAxe(page);
      expect(await findFaults(page), 'the list').toEqual([]);
      await page.getByLabel('Filter', {exact: true}).fill('status:400');
      await page.locator('[role=row]', {hasText: 'invite_sent'}).first().click();
      for (const name of ['Event', 'Issues', 'Request', 'Response', 'Replays']) {
        await page.getByRole('tab', {name}).click();
        expect(await findFaults(page), `the tab ${name}`).toEqual([]);
      }
    });

    test(`axe finds nothing while many are sent again, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await page.evaluate(() => {
        const {settings} = window.preview;
        const live = {name: 'Live', baseUrl: 'https://live.acme.example', production: true};
        settings.value = {...settings.value, replay: {...settings.value.replay, targets: [live]}};
      });
      await page.getByRole('button', {name: 'Export, resend, import'}).click();
      await page.getByRole('button', {name: 'Resend filtered requests…'}).click();
      const send = page.getByRole('button', {name: 'Send 11 requests'});
      await expect(page.getByLabel('Target', {exact: true})).toBeFocused();
      await page.getByLabel('Target', {exact: true}).selectOption('Live (production)');
      await send.click();
      await expect(page.getByRole('button', {name: 'Cancel'})).toBeFocused();
      expect(await findFaults(page), 'the plan and its question').toEqual([]);
      await page.keyboard.press('Enter');
      await expect(send).toBeFocused();
      await page.keyboard.press('Enter');
      await page.getByRole('button', {name: 'Send anyway'}).click();
      await expect(page.getByRole('button', {name: 'Retry failed'})).toBeFocused();
      expect(await findFaults(page), 'what became of them').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('treegrid')).toBeFocused();
    });
  }
}

test('axe finds nothing in a list that a filter left empty', async ({preview}) => {
  const page = await preview.open();
  await loadAxe(page);
  await page.getByLabel('Filter', {exact: true}).fill('no such event');
  await page.getByText('No matches').waitFor();
  expect(await findFaults(page)).toEqual([]);
});

test('axe finds nothing in the states that need words', async ({preview}) => {
  const page = await preview.open({parameters: {empty: ''}});
  await loadAxe(page);
  expect(await findFaults(page), 'nothing captured').toEqual([]);
  await page.evaluate(() => window.preview.emit({type: 'storage-trouble', message: 'The disk is full.'}));
  await page.getByRole('alert').waitFor();
  expect(await findFaults(page), 'storage error').toEqual([]);
});
