import type {CapturedRequest} from '../../capture/captured-request';
import {readBody} from '../../decode/read-body';
import {locate} from '../../json/locate';
import type {DecodedEvent} from '../../verdict/inspection';

/** The JSON of one event, or of the whole body (`event` null), with every digit as sent; null if it cannot be read. */
export function toSentJson({body, headers}: CapturedRequest, event: DecodedEvent | null): string | null {
  const reading = readBody(body, headers);
  const text = reading.kind === 'json' ? reading.text : null;
  if (event === null) return text;
  const range = text === null ? undefined : locate(text, [event.pointer]).get(event.pointer);
  // An event of a form is not part of a JSON text.
  return text === null || !range ? JSON.stringify(event.value) : text.slice(range.start, range.end);
}
