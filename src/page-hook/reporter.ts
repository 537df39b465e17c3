import {HOOK_EVENT} from '../messages/hook-event';
import type {Natives} from './blob-memory';
import type {RememberedSend} from './send-memory';

export interface Reporter {
  /** @param blocked why it never left; null where it did */
  report(send: RememberedSend, blocked: string | null): void;
}

/** Hands reports to our content script at once, so that it works while the page is going away. */
export function createReporter(page: typeof globalThis & Window, {btoa}: Natives): Reporter {
  const {CustomEvent: NativeEvent} = page;
  const dispatch = page.document.dispatchEvent.bind(page.document);
  const {stringify} = JSON;
  return {
    report({url, method, transport, at, content}, blocked) {
      const body = content === null ? null : toBase64(content, btoa);
      dispatch(new NativeEvent(HOOK_EVENT, {detail: stringify({url, method, transport, at, body, blocked})}));
    },
  };
}

function toBase64(bytes: Uint8Array, btoa: Natives['btoa']): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8_192)));
  }
  return btoa(parts.join(''));
}
