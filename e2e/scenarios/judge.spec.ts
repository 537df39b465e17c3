import {click, countOf, textOf} from '../setup/surface';
import {fromQuietPage} from './steps/from-quiet-page';
import {expect, test} from './steps/inspector';
import {anEvent, expectText, row, send} from './steps/steps';

/** Runs first in the judge: what reads these words comes to no end, or takes the judge along. */
const script = `
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    if (String(text).includes('hang_for_ever')) for (;;);
    if (String(text).includes('end_the_judge')) { self.close(); throw new Error('It is over.'); }
    return parse(text, ...rest);
  };`;

test.use({plantedInJudge: script});

for (const fault of ['hang_for_ever', 'end_the_judge']) {
  test(`another judge goes on where one met ${fault}, and nothing is lost`, async ({inspector}) => {
    test.setTimeout(120_000);
    const {page, panel, endpoint} = inspector;
    await fromQuietPage(inspector);
    const sendNamed = (name: string) =>
      send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
    await sendNamed('invite_sent');
    await expectText(panel, row('invite_sent'), '200');
    await sendNamed(fault);
    await sendNamed('feature_used');
    const sentAt = Date.now();
    await expectText(panel, {role: 'status'}, 'Checking stopped responding');
    await expectText(panel, row('feature_used'), '200');
    console.log(`${inspector.browser.name}: ${fault}: went on after ${Date.now() - sentAt} ms.`);
    await expectText(panel, {role: 'status'}, 'listed without a verdict');
    await expect.poll(() => countOf(panel, {css: '.row[aria-level="2"]'})).toBe(3);
    await sendNamed('account_created');
    await expectText(panel, row('account_created'), '200');
    expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^4 requests/);
    await click(panel, row('feature_used'));
    await expectText(panel, {role: 'heading', text: 'feature_used'}, 'feature_used');
  });
}
