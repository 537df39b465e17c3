import type {Natives} from './natives';

export interface RememberedSend {
  url: string;
  method: string;
  transport: 'fetch' | 'xhr' | 'beacon';
  /** Milliseconds since the epoch. */
  at: number;
  /** Null if it is not known, or was reported already. */
  content: Uint8Array<ArrayBuffer> | null;
  /** It is reported when its content was read, or could not be. */
  isBeingRead?: boolean;
  /** Why it was not sent, if that is known before its content. */
  blocked?: string;
}

const MAX_SENDS = 50;
/** The limit for all contents together. */
const MAX_BYTES = 8_000_000;
/** A violation is reported within the next turns; on a busy page this may take a while. */
const MAX_AGE = 5_000;

/** The latest requests of the page, in case one of them is reported as blocked. */
export interface SendMemory {
  remember(send: RememberedSend): void;
  /** Removes and returns the oldest request to the address of a violation; undefined if there is none. */
  take(blockedUrl: string): RememberedSend | undefined;
}

/** The functions that it uses: lists are walked by index, since a page may have replaced the methods of lists. */
export function createSendMemory({
  now,
  indexOf,
  slice,
}: Pick<Natives, 'now' | 'indexOf' | 'slice'>): SendMemory {
  let sends: RememberedSend[] = [];

  /** Keeps the newest ones within the limits, oldest first, without one of them. */
  function keep(without: RememberedSend | undefined): void {
    const oldestAt = now() - MAX_AGE;
    let first = sends.length;
    let bytes = 0;
    while (first > 0 && sends.length - first < MAX_SENDS) {
      const send = sends[first - 1];
      bytes += send?.content?.length ?? 0;
      if (send === undefined || send.at <= oldestAt || bytes > MAX_BYTES) break;
      first -= 1;
    }
    const kept: RememberedSend[] = [];
    for (let index = first; index < sends.length; index += 1) {
      const send = sends[index];
      if (send !== undefined && send !== without) kept[kept.length] = send;
    }
    sends = kept;
  }

  function withoutFragment(url: string): string {
    const hash = indexOf(url, '#');
    return hash === -1 ? url : slice(url, 0, hash);
  }

  return {
    remember(send) {
      sends[sends.length] = send;
      keep(undefined);
    },
    take(blockedUrl) {
      keep(undefined);
      for (let index = 0; index < sends.length; index += 1) {
        const send = sends[index];
        if (send === undefined || withoutFragment(send.url) !== blockedUrl) continue;
        keep(send);
        return send;
      }
      return undefined;
    },
  };
}
