import type {ComponentChildren} from 'preact';
import {escapeHidden} from '../../../domain/bytes/hidden-characters';

interface HintProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** Text for an empty state: what happened, and what to do. */
export function Hint({title, text, children}: HintProps) {
  return (
    <div class="hint">
      <p class="hint-title">{title}</p>
      <p class="hint-text">{escapeHidden(text)}</p>
      {children}
    </div>
  );
}
