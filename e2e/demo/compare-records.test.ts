import {describe, expect, it} from 'vitest';
import {compareRecords, type RequestSummary} from './compare-records';

const request: RequestSummary = {method: 'POST', url: '/api/track', bytes: 2, hash: 'aa', status: 200};

describe('the panel’s record beside the server’s', () => {
  it('agrees whatever the order and the case of the method', () => {
    const other = {...request, hash: 'bb'};
    expect(compareRecords([other, {...request, method: 'post'}], [request, other]).differences).toEqual([]);
  });

  it.each([
    ['a request that the panel missed', [], [request], 'the panel does not have'],
    ['a request that was not sent', [request], [], 'the server did not receive'],
    ['a request captured twice', [request, request], [request], 'the server did not receive'],
    ['other bytes', [{...request, hash: 'bb'}], [request], 'SHA-256 bb'],
    ['a body that is not known', [{...request, hash: null}], [request], 'SHA-256 unknown'],
    ['another answer', [{...request, status: null}], [request], 'answer none'],
  ])('tells %s', (_name, captured, received, words) => {
    expect(compareRecords(captured, received).differences.join('\n')).toContain(words);
  });
});
