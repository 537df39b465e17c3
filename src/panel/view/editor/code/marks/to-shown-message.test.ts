import {describe, expect, it} from 'vitest';
import {inspectRequest} from '../../../../../domain/inspect-request';
import {buildCaptured} from '../../../../../domain/replay/build-captured';
import {createCodeDocument} from '../code-document';
import {toShownMessage} from './to-shown-message';

const long = 'x'.repeat(200);

function tell(body: string): {shown: string; place: string} {
  const document = createCodeDocument(body, [], () => undefined);
  const [issue] = inspectRequest(buildCaptured({body})).issues;
  if (!issue?.position) throw new Error('The body is valid.');
  const shown = toShownMessage(issue, document.readSent(), document.state.doc);
  const [, line = 0, column = 0] = /line (\d+), column (\d+)/.exec(shown) ?? [];
  return {shown, place: document.state.doc.line(Number(line)).text.slice(Number(column) - 1)};
}

describe('the message of an issue in the editor', () => {
  it.each([
    ['a text that is shown as it is', '[\n{"a": nope}\n]', 'nope}'],
    ['a text that is laid out to read', `[{"x":"${long}","a":nope,"b":[1,2]}]`, 'nope,'],
    ['lines that end with \\r\\n', '[\r\n{"a": nope}\r\n]', 'nope}\r'],
    ['lone carriage returns, which break no line here', '[\r{"a": nope}\r]', 'nope}\r]'],
  ])('names the place where it is seen, in %s', (_, body, place) => {
    expect(tell(body).place).toBe(place);
  });

  it('speaks of the last line at the end of a text that was cut off', () => {
    const {shown, place} = tell(`[{"x":"${long}","a":[1,`);
    expect(shown).toContain('cut off');
    expect(place.trim()).toBe('');
  });
});
