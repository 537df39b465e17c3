import {readFile} from 'node:fs/promises';
import {chromium} from 'playwright';
import manifest from '../../../manifest.json' with {type: 'json'};
import {expectChromium} from '../../setup/browsers';
import {screenshots, tile} from './store-pictures';

const icon = new URL('../../../public/icons/icon.svg', import.meta.url);

/** The icon, the name and one line, over a part of the first screenshot, which must already exist. */
export async function takeTile(folder: string): Promise<void> {
  const executablePath = await expectChromium();
  const browser = await chromium.launch({executablePath, chromiumSandbox: process.getuid?.() !== 0});
  try {
    const {width, height, name} = tile;
    const page = await browser.newPage({viewport: {width, height}});
    const shot = await readFile(`${folder}/${screenshots.fault.name}.png`);
    await page.setContent(toHtml(await readFile(icon, 'utf8'), shot.toString('base64')), {waitUntil: 'load'});
    await page.screenshot({path: `${folder}/${name}.png`});
    console.log(`Picture: ${folder}/${name}.png`);
  } finally {
    await browser.close();
  }
}

function toHtml(svg: string, shot: string): string {
  return `<!doctype html>
<style>
  body {
    position: relative;
    width: ${tile.width}px;
    height: ${tile.height}px;
    margin: 0;
    overflow: hidden;
    color: #fff;
    background: linear-gradient(#2f78ee, #0b4fc0);
    font-family: system-ui, sans-serif;
  }
  svg {
    position: absolute;
    top: 24px;
    left: 24px;
    width: 64px;
    filter: drop-shadow(0 0 1px #fff);
  }
  h1 {
    position: absolute;
    top: 24px;
    left: 104px;
    margin: 0;
    font-size: 30px;
    line-height: 36px;
  }
  p {
    position: absolute;
    top: 62px;
    left: 104px;
    margin: 0;
    font-size: 15px;
  }
  img {
    position: absolute;
    top: 116px;
    left: 24px;
    width: 640px;
    border-radius: 8px 0 0 0;
    box-shadow: 0 4px 24px #0006;
  }
</style>
${svg}
<h1>${manifest.name}</h1>
<p>${tile.caption}</p>
<img alt="" src="data:image/png;base64,${shot}">`;
}
