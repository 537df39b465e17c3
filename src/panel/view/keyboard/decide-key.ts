/** A key as the panel hears it, after the control that has the focus. */
export interface KeyPress {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** The control that has the focus has used it. */
  handled: boolean;
  /** It belongs to an input method that is composing a character. */
  composing: boolean;
  /** A field that takes text has the focus. */
  typing: boolean;
  /** Something of the panel is open that Escape closes. */
  open: boolean;
}

/**
 * `close` the innermost open thing · `filter`, `coverage` and `help` go there · `keep` it was used and goes no further · `leave` it
 * is the browser's.
 */
export type KeyDecision = 'close' | 'filter' | 'coverage' | 'help' | 'keep' | 'leave';

/** Whose a key is: DevTools gets only those that mean nothing in the panel. */
export function decideKey(press: KeyPress): KeyDecision {
  const {key, ctrl, meta, alt, shift, typing} = press;
  if (press.handled) return 'keep';
  if (press.composing) return 'leave';
  const command = ctrl || meta;
  if (key === 'Escape' && !command && !alt && !shift) return press.open ? 'close' : 'leave';
  if (key.toLowerCase() === 'f' && command && !alt && !shift) return 'filter';
  if (typing || command || alt) return 'leave';
  if (key === '/') return 'filter';
  if (key === 'c' && !shift) return 'coverage';
  return key === '?' ? 'help' : 'leave';
}
