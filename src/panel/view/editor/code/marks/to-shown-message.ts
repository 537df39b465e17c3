import type {Text} from '@codemirror/state';
import {describePosition} from '../../../../../domain/json/describe-position';
import type {Issue} from '../../../../../domain/verdict/issue';
import type {SentText} from '../layout/sent-text';

/**
 * What an issue says, with its place by the lines of the editor: they are others than those of the text that is sent
 * where that is laid out to read, or broken by lone carriage returns.
 */
export function toShownMessage({message, position}: Issue, sent: SentText, shown: Text): string {
  if (!position) return message;
  const at = Math.min(sent.toDocument(position.offset, 1), shown.length);
  const {number, from} = shown.lineAt(at);
  return message.replace(describePosition(position), describePosition({line: number, column: at - from + 1}));
}
