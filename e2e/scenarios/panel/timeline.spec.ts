import {click, countOf, findElement} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

test('a range of the timeline filters the list, and is taken back', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await fromQuietPage(inspector);
  for (const name of ['early_thing', 'late_thing']) {
    await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
    await expectText(panel, row(name), '200');
  }
  const strip = await findElement(panel, {css: '.timeline-frame'});
  const at = (part: number) => ({x: strip.x + (part - 0.5) * strip.width, y: strip.y});
  await panel.drag(at(0), at(0.6));
  await expect
    .poll(async () => (await findElement(panel, {css: '#filter'})).value)
    .toMatch(/^after:\S+ before:\S+$/);
  await expect.poll(() => countOf(panel, row('late_thing'))).toBe(0);
  expect(await countOf(panel, row('early_thing'))).toBe(1);
  await click(panel, {role: 'button', name: 'Show all times'});
  await expectText(panel, row('late_thing'), '200');
  expect((await findElement(panel, {css: '#filter'})).value).toBe('');
});
