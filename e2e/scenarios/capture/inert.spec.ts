import {click, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send, tab} from '../steps/steps';

const image = '<img src=x onerror="globalThis.hacked = true">';
const script = '</script><script>globalThis.hacked = true</script>';
const link = 'javascript:globalThis.hacked=true';
const long = 'long '.repeat(200_000);

/** Milliseconds from a key to the frame that is painted after it. */
const patience = 1_000;

const hostile = anEvent({
  event_name: `hostile_thing ${image}`,
  user_id: script,
  properties: {image, script, link, long, [image]: link, nested: [{[script]: long.slice(0, 50_000)}]},
  context: {group_id: image},
});

test('captured text neither runs nor becomes elements, wherever it is shown', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([hostile])});
  await expectText(panel, row('hostile_thing'), image, '200');
  await click(panel, row('hostile_thing'));
  for (const name of ['Event', 'Issues', 'Request', 'Response']) {
    await click(panel, tab(name));
    await findElement(panel, {role: 'tabpanel'});
    expect(await panel.evaluate(findHarm)).toEqual([]);
  }
});

test('a text of 1 MB does not freeze the panel @alone', async ({inspector: {page, panel, endpoint}}) => {
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'small_thing'})])});
  await expectText(panel, row('small_thing'), '200');
  await send(page, endpoint, {body: JSON.stringify([hostile])});
  await expectText(panel, row('hostile_thing'), '200');
  await click(panel, row('hostile_thing'));
  await panel.evaluate(measureKeys);
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowUp']) await panel.press(key);
  await expect.poll(() => panel.evaluate(readKeys)).toHaveLength(3);
  expect(Math.max(...(await panel.evaluate(readKeys)))).toBeLessThan(patience);
});

/** Runs in the panel: describes the effects of captured text there. */
function findHarm(): string[] {
  const harm = [];
  if ('hacked' in globalThis) harm.push('a captured script ran');
  if (document.querySelector('img[src="x"]')) harm.push('a captured image is an element');
  if (document.querySelector('[href^="javascript:" i]')) harm.push('a captured script URL is a link');
  return harm;
}

/** Runs in the panel. */
function measureKeys(): void {
  const delays: number[] = [];
  Object.assign(globalThis, {keyDelays: delays});
  const note = ({timeStamp}: KeyboardEvent) => {
    requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - timeStamp)));
  };
  // In the capture phase: a key that the panel handles does not bubble up.
  addEventListener('keydown', note, true);
}

/** Runs in the panel. */
function readKeys(): number[] {
  return (globalThis as unknown as {keyDelays: number[]}).keyDelays;
}
