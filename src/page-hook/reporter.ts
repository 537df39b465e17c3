import {openChannel} from './channel';
import type {Natives, PageWindow} from './natives';
import type {RememberedSend} from './send-memory';

export interface Reporter {
  /** @param blocked why it was not sent; null if it was */
  report(send: RememberedSend, blocked: string | null): void;
}

const CHUNK = 8_192;

/** Passes reports to our content script, as JSON text. */
export function createReporter(page: PageWindow, natives: Natives): Reporter {
  const {stringify} = natives;
  const pass = openChannel(page);

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const codes: number[] = [];
      for (let index = start; index < start + CHUNK && index < bytes.length; index += 1) {
        codes[codes.length] = bytes[index] ?? 0;
      }
      text += natives.apply(natives.fromCharCode, undefined, codes);
    }
    return natives.btoa(page, text);
  }

  return {
    report({url, method, transport, at, content}, blocked) {
      const body = content === null ? null : toBase64(content);
      // Without a prototype: a page may have added a `toJSON` to all objects.
      pass(stringify({__proto__: null, url, method, transport, at, body, blocked}));
    },
  };
}
