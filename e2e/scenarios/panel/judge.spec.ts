import type {Panel} from '../../setup/browser-driver';
import {click, textOf} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, type Inspector, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

/**
 * Runs first in the judge, and numbers the judges. The script does not wait for that number, since a worker whose
 * script waits does not receive messages meanwhile. Texts that a judge reads make it hang, make only the judge with
 * that number hang, or use up its memory; one message closes it.
 */
const script = `
  let judge = 0;
  const opening = indexedDB.open('judges');
  opening.onupgradeneeded = () => opening.result.createObjectStore('judges', {autoIncrement: true});
  opening.onsuccess = () => {
    const adding = opening.result.transaction('judges', 'readwrite').objectStore('judges').add(0);
    adding.onsuccess = () => {
      judge = adding.result;
      opening.result.close();
    };
  };
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    if (String(text).includes('hang_for_ever')) for (;;);
    if (String(text).includes('end_of_judge_' + judge + '"')) for (;;);
    return parse(text, ...rest);
  };
  const decode = TextDecoder.prototype.decode;
  TextDecoder.prototype.decode = function (...all) {
    const text = decode.apply(this, all);
    return text.includes('no_memory_left') ? new Uint8Array(2 ** 53) : text;
  };
  addEventListener('message', ({data}) => {
    if (JSON.stringify(data).includes('end_the_judge')) self.close();
  });`;

test.use({plantedInJudge: script});

function sendNamed({page, endpoint}: Inspector, name: string): Promise<void> {
  return send(page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
}

test('another judge goes on where one hung at a record, and nothing is lost', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  await sendNamed(inspector, 'invite_sent');
  await expectText(panel, row('invite_sent'), '200');
  await sendNamed(inspector, 'hang_for_ever');
  await sendNamed(inspector, 'feature_used');
  await expectText(panel, {role: 'status'}, 'took too long, so checking was restarted');
  await expectText(panel, row('feature_used'), '200');
  await expectText(panel, {role: 'status'}, 'That request was not checked.');
  await sendNamed(inspector, 'account_created');
  await expectText(panel, row('account_created'), '200');
  expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^4 requests · 3 events/);
  await click(panel, row('feature_used'));
  await expectText(panel, {role: 'heading', text: 'feature_used'}, 'feature_used');
});

test('another judge takes the place of one that is gone', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  await sendNamed(inspector, 'invite_sent');
  await expectText(panel, row('invite_sent'), '200');
  await tellToEnd(panel);
  await sendNamed(inspector, 'feature_used');
  await expectText(panel, {role: 'status'}, 'took too long, so checking was restarted');
  await expectText(panel, row('feature_used'), '200');
  expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^2 requests · 2 events/);
});

test('the next judge gives the record at which one ended the verdict that it has', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  const last = `end_of_judge_${await countJudges(panel)}`;
  const body = JSON.stringify([anEvent({event_name: last, timestamp: '20-11-23T22:28:55.111Z'})]);
  await send(inspector.page, inspector.endpoint, {body});
  await expectText(panel, {role: 'status'}, 'took too long, so checking was restarted');
  await expectText(panel, row(last), 'bad-timestamp');
  await click(panel, row(last));
  await expectText(panel, {role: 'heading', text: last}, last);
});

test('what there is no memory for is listed, and the judge goes on', async ({inspector}) => {
  test.setTimeout(120_000);
  const {panel} = inspector;
  await fromQuietPage(inspector);
  await sendNamed(inspector, 'no_memory_left');
  await expectText(panel, {role: 'status'}, 'was not checked');
  await sendNamed(inspector, 'invite_sent');
  await expectText(panel, row('invite_sent'), '200');
  expect(await textOf(panel, {css: '.status-counts'})).toMatch(/^2 requests · 1 event/);
});

/** The number of the current judge. */
async function countJudges(panel: Panel): Promise<number> {
  return await panel.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('judges');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction('judges').objectStore('judges').getAllKeys();
          reading.onsuccess = () => {
            db.close();
            resolve(Math.max(...reading.result.map(Number)));
          };
        };
      }),
  );
}

/** The judge receives messages on this channel. */
async function tellToEnd(panel: Panel): Promise<void> {
  await panel.evaluate(() => {
    new BroadcastChannel('track-inspector-capture').postMessage({type: 'committed', ids: ['end_the_judge']});
  });
}
