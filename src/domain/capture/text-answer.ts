import type {AnswerBody} from './captured-request';

/** "Binary data bytes" among the first 1,445 (MIME Sniffing Standard, sections 3 and 5.2); text decoders keep them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the standard names.
const binary = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/**
 * The decoded body of a response as it is kept. A picture or another binary format is not kept, since its decoded text
 * would be shown, and exported, as something that the server did not send.
 */
export function toTextAnswer(text: string, parts: {mimeType?: string; cut?: boolean} = {}): AnswerBody {
  if (text === '') return {kind: 'missing', reason: 'empty'};
  return binary.test(text.slice(0, 1445))
    ? {kind: 'missing', reason: 'not-text'}
    : {kind: 'text', text, ...parts};
}
