import {HOOK_EVENT} from '../messages/hook-event';
import type {Natives, PageWindow} from './natives';
import type {RememberedSend} from './send-memory';

export interface Reporter {
  /** @param blocked why it was not sent; null if it was */
  report(send: RememberedSend, blocked: string | null): void;
}

const CHUNK = 8_192;

/** Passes reports to our content script synchronously, so that it works while the page is being unloaded. */
export function createReporter(page: PageWindow, natives: Natives): Reporter {
  const {NativeEvent, stringify} = natives;
  const dispatch = page.document.dispatchEvent.bind(page.document);

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
      // Without a prototype: a page may have added a `toJSON` to all objects, or `bubbles` to events.
      const report = {__proto__: null, url, method, transport, at, body, blocked};
      dispatch(new NativeEvent(HOOK_EVENT, {__proto__: null, detail: stringify(report)} as CustomEventInit));
    },
  };
}
