/** Notifies other contexts that stored data has changed: a BroadcastChannel, which pages cannot listen to. */
export interface ChangeChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: () => void): void;
  removeEventListener(type: 'message', listener: () => void): void;
}
