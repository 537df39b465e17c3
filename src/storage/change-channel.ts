/** What tells other contexts that something stored has changed: a BroadcastChannel, which no page can hear. */
export interface ChangeChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: () => void): void;
  removeEventListener(type: 'message', listener: () => void): void;
}
