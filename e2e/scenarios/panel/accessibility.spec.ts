import {readFile} from 'node:fs/promises';
import type {AxeResults} from 'axe-core';
import {axePath} from '../../setup/axe';
import type {Panel} from '../../setup/browser-driver';
import {click} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send, tab} from '../steps/steps';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({theme});

    test('axe finds nothing, in the list and in every tab of an event', async ({inspector}) => {
      const {page, panel, endpoint} = inspector;
      await panel.addScript(await readFile(axePath, 'utf8'));
      expect(await findFaults(panel), 'the empty panel').toEqual([]);
      const faulty = anEvent({event_name: 'faulty_thing', timestamp: '20-11-23T22:28:55.111Z'});
      await send(page, endpoint, {body: JSON.stringify([faulty, anEvent()])});
      await expectText(panel, row('batch of 2'), '200');
      await click(panel, row('faulty_thing'));
      for (const name of ['Event', 'Issues', 'Request', 'Response']) {
        await click(panel, tab(name));
        expect(await findFaults(panel), `the tab ${name}`).toEqual([]);
      }
    });
  });
}

/** The violations that axe reports, as "rule: element". */
async function findFaults(panel: Panel): Promise<string[]> {
  return await panel.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(): Promise<AxeResults>}};
    const {violations} = await axe.run();
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
  });
}
