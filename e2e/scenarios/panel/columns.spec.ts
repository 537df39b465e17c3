import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {readStored} from '../steps/read-stored';
import {anEvent, expectText, row, send} from '../steps/steps';

test('columns are chosen, resized and sorted by, and are so when the panel opens again', async ({
  inspector,
}) => {
  const {page, panel, endpoint} = inspector;
  await fromQuietPage(inspector);
  for (const name of ['b_thing', 'a_thing']) {
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
    await expectText(panel, row(name), '200');
  }
  await click(panel, {role: 'columnheader', name: 'Event'}, {button: 'right'});
  await click(panel, {role: 'menuitemcheckbox', name: 'Size'});
  await click(panel, {role: 'menuitemcheckbox', name: 'Group'});
  await panel.press('Escape');
  await findElement(panel, {role: 'columnheader', name: 'Size'});
  const user = await findElement(panel, {role: 'columnheader', name: 'User'});
  const edge = {x: user.x - user.width / 2 + 3, y: user.y};
  await panel.drag(edge, {x: edge.x - 60, y: edge.y});
  await expect.poll(() => widthOf(panel, 'User')).toBe(user.width + 60);
  await click(panel, {role: 'button', name: 'Event', within: '.list-head'});
  await expect.poll(() => namesOf(panel)).toEqual(['a_thing', 'b_thing']);

  await expect.poll(() => readStored(panel)).toContain('"by":"event"');
  await panel.close();
  const again = await page.openPanel();
  await expectText(again, row('a_thing'), '200');
  await expect.poll(() => namesOf(again)).toEqual(['a_thing', 'b_thing']);
  expect(await countOf(again, {role: 'columnheader', name: 'Size'})).toBe(1);
  expect(await countOf(again, {role: 'columnheader', name: 'Group'})).toBe(0);
  expect(await widthOf(again, 'User')).toBe(user.width + 60);
});

async function widthOf(panel: Panel, name: string): Promise<number> {
  return (await findElement(panel, {role: 'columnheader', name})).width;
}

/** In visual order. */
function namesOf(panel: Panel): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('.row:not(.row-visit)')]
      .map((one) => ({
        top: one.getBoundingClientRect().top,
        name: one.querySelector('.row-name')?.textContent,
      }))
      .sort((one, other) => one.top - other.top)
      .map(({name}) => name ?? ''),
  );
}
