import {readFile} from 'node:fs/promises';
import type {Panel} from '../../setup/browser-driver';
import {correctTimestamp, openFault, sendByKeyboard} from '../correct-and-replay';
import {coverByPlan} from '../cover-by-plan';
import type {Stage} from '../start-stage';
import {visitSite} from '../visit-site';
import {type StorePicture, screenshots} from './store-pictures';

/** Plays the demo's visit in a panel of the size that stores require. */
export async function takeScreenshots(stage: Stage, folder: string): Promise<void> {
  const page = await stage.browser.open(`${stage.site.url}/?auto=off`);
  const panel = await page.openPanel();
  const take = ({name}: StorePicture) => takePicture(panel, `${folder}/${name}.png`);
  await visitSite(page, stage);
  await fitWindow(panel, `${folder}/${screenshots.fault.name}.png`);
  await openFault(panel);
  await take(screenshots.fault);
  await correctTimestamp(panel);
  await take(screenshots.correction);
  await sendByKeyboard(panel);
  await take(screenshots.replay);
  await coverByPlan(stage, page, panel, () => take(screenshots.coverage));
}

/** The picture shows the whole DevTools window, which is slightly higher than the panel in it. */
async function fitWindow(panel: Panel, path: string): Promise<void> {
  const {width, height} = screenshots.fault;
  await panel.resize({width, height});
  await panel.screenshot(path);
  const png = await readFile(path);
  // PNG specification, IHDR.
  await panel.resize({width: 2 * width - png.readUInt32BE(16), height: 2 * height - png.readUInt32BE(20)});
}

async function takePicture(panel: Panel, path: string): Promise<void> {
  await panel.screenshot(path);
  console.log(`Picture: ${path}`);
}
