/** A key as it reaches the panel, after the focused control. */
export interface KeyPress {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** The focused control has handled it. */
  handled: boolean;
  /** It belongs to an input method that is composing a character. */
  composing: boolean;
  /** A field that takes text has the focus. */
  typing: boolean;
  /** A part of the panel is open that Escape closes. */
  open: boolean;
  /** A dialog covers everything else. */
  covered: boolean;
}

/**
 * `close` the innermost open part · `filter`, `coverage` and `help` go there · `keep` it was handled and is not
 * passed on · `leave` it to the browser.
 */
export type KeyDecision = 'close' | 'filter' | 'coverage' | 'help' | 'keep' | 'leave';

/** Who gets a key: DevTools only gets those without a meaning in the panel. */
export function decideKey(press: KeyPress): KeyDecision {
  const {key, ctrl, meta, alt, shift, typing, covered} = press;
  if (press.handled) return 'keep';
  if (press.composing) return 'leave';
  const command = ctrl || meta;
  if (key === 'Escape' && !command && !alt && !shift) return press.open ? 'close' : 'leave';
  if (covered) return 'leave';
  if (key.toLowerCase() === 'f' && command && !alt && !shift) return 'filter';
  if (typing || command || alt) return 'leave';
  if (key === '/') return 'filter';
  if (key === 'c' && !shift) return 'coverage';
  return key === '?' ? 'help' : 'leave';
}
