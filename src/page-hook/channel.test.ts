import {expect, it} from 'vitest';
import {buildPage} from './build-page';
import {joinChannel, openChannel} from './channel';

/** A page, and what our script received. */
function build() {
  const page = buildPage();
  const received: unknown[] = [];
  return {page, received, join: () => joinChannel(page, (report) => received.push(report))};
}

it.each(['hook', 'relay'])('passes reports on when the %s runs first', (first) => {
  const {page, received, join} = build();
  if (first === 'relay') join();
  const report = openChannel(page);
  if (first === 'hook') join();
  report('[1]');
  report('[2]');
  expect(received).toEqual(['[1]', '[2]']);
});

it.each(['hook', 'relay'])(
  'is neither offered to a page nor taken from it when the %s runs first',
  (first) => {
    const {page, received, join} = build();
    if (first === 'relay') join();
    const report = openChannel(page);
    if (first === 'hook') join();
    const noticed: string[] = [];
    const own = new EventTarget();
    for (const name of ['channel', 'relay', 'report']) {
      page.document.addEventListener(`track-inspector-${name}`, (event) =>
        noticed.push(`${name} ${event.constructor.name}`),
      );
    }
    page.document.dispatchEvent(new Event('track-inspector-relay'));
    page.document.dispatchEvent(new page.FocusEvent('track-inspector-channel', {relatedTarget: own}));
    for (const target of [page.document, own]) {
      target.dispatchEvent(new CustomEvent('track-inspector-report', {detail: 'forged'}));
    }
    report('[1]');
    expect(received).toEqual(['[1]']);
    expect(noticed).toEqual(['relay Event', 'channel FocusEvent', 'report CustomEvent']);
  },
);
