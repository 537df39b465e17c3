export interface RememberedSend {
  url: string;
  method: string;
  transport: 'fetch' | 'xhr' | 'beacon';
  /** Milliseconds since the epoch. */
  at: number;
  content: Uint8Array | null;
}

const MAX_SENDS = 50;
/** A violation is reported within the next turns; a busy page may take a while. */
const MAX_AGE = 5_000;

/** The last sends of the page, until one of them turns out to have been stopped. */
export interface SendMemory {
  remember(send: RememberedSend): void;
  /** Takes the oldest send to the address that a violation names; undefined for none. */
  take(blockedUrl: string): RememberedSend | undefined;
}

export function createSendMemory(now: () => number): SendMemory {
  let sends: RememberedSend[] = [];
  return {
    remember(send) {
      sends = [...sends, send].slice(-MAX_SENDS);
    },
    take(blockedUrl) {
      sends = sends.filter(({at}) => now() - at < MAX_AGE);
      const found = sends.find(({url}) => withoutFragment(url) === blockedUrl);
      sends = sends.filter((send) => send !== found);
      return found;
    },
  };
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
