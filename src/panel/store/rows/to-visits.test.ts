import {describe, expect, it} from 'vitest';
import {type LogEntry, toLogEntry} from '../log/log-entry';
import {aRequest} from '../test-support/a-request';
import {anInspection} from '../test-support/an-inspection';
import {toVisits} from './to-visits';

/** `a@100`: sent at 100 while the tab showed page a; `?` a worker's, without a page; `x.har` an import's. */
function toEntry(text: string, index: number) {
  const [page = '', at = ''] = text.split('@');
  const id = `r${index}`;
  const origin = {...aRequest().origin, pageUrl: page === '?' ? null : `https://app.test/${page}`};
  const imported = page.endsWith('.har') ? {imported: {id: page, file: page}} : {};
  const request = aRequest({id, startedAt: Number(at), origin, ...imported});
  return toLogEntry(request, anInspection({requestId: id}), 0);
}

const late = 5_000;

describe('visits', () => {
  it.each<[string, string, number[], string[]]>([
    ['of one page', 'a@100 a@200', [], ['a@100 a@200']],
    ['begin with another page', 'a@100 b@200 a@300', [], ['a@100', 'b@200', 'a@300']],
    ['begin with a reload', `a@100 a@${late}`, [4_000], ['a@100', `a@${late}`]],
    ['hold a worker’s requests', 'a@100 ?@200 a@300', [], ['a@100 ?@200 a@300']],
    ['are one where the page tells of it first', 'a@100 b@200 b@300', [250], ['a@100', 'b@200 b@300']],
    ['are one where the navigation is told first', 'a@100 b@200 b@300', [150], ['a@100', 'b@200 b@300']],
    ['are one where nothing was sent before', 'b@200 b@300', [250], ['b@200 b@300']],
    [
      'are two where the page was loaded again at once',
      'a@100 b@200 b@400',
      [250, 300],
      ['a@100', 'b@200', 'b@400'],
    ],
    [
      'are two where a load is much later than the page',
      `a@100 b@200 b@${late}`,
      [4_000],
      ['a@100', 'b@200', `b@${late}`],
    ],
    ['keep a file’s apart', 'x.har@50 a@100 x.har@150 a@200', [], ['x.har@50 x.har@150', 'a@100 a@200']],
  ])('%s', (_, sent, navigations, expected) => {
    const texts = sent.split(' ');
    const entries: readonly LogEntry[] = texts.map(toEntry);
    const {visits} = toVisits(entries, navigations);
    expect(
      visits.map((visit) => visit.entries.map((entry) => texts[entries.indexOf(entry)]).join(' ')),
    ).toEqual(expected);
  });

  it('are called by the name of the file that they were imported from', () => {
    const {visits} = toVisits([toEntry('x.har@50', 0)], []);
    expect(visits).toMatchObject([{kind: 'import', file: 'x.har', url: null}]);
  });
});
