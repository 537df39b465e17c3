import {describe, expect, it} from 'vitest';
import {inspectRequest} from '../../../domain/inspect-request';
import {aRequest} from '../../store/test-support/a-request';
import {copyFormats} from './copy-formats';

const events = ['{"event_name": "a",\n "n": 1.0}', '{"event_name":"b","writeKey":"geheim"}'];

function copy(text: string, event: number | null): string {
  const request = aRequest({body: {kind: 'bytes', bytes: new TextEncoder().encode(text)}});
  return copyFormats.JSON({request, inspection: inspectRequest(request)}, event, {});
}

describe('copying JSON', () => {
  it.each([
    ['the selected event, as it stands in the batch', 0, events[0]],
    ['without its credentials', 1, '{"event_name":"b","writeKey":"MASKED"}'],
    [
      'the whole batch where the request is selected',
      null,
      `[${events[0]}, {"event_name":"b","writeKey":"MASKED"}]`,
    ],
  ])('gives %s', (_, event, expected) => {
    expect(copy(`[${events.join(', ')}]`, event)).toBe(expected);
  });

  it('gives the whole body of a single event', () => {
    expect(copy('{"event_name":"a"}', 0)).toBe('{"event_name":"a"}');
  });
});
