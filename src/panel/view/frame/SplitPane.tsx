import type {ComponentChildren} from 'preact';
import {useRef, useState} from 'preact/hooks';

interface SplitPaneProps {
  /** Width of the left part as a fraction, 0.1 to 0.9. */
  split: number;
  left: ComponentChildren;
  /** null: the left part has the whole width. */
  right: ComponentChildren | null;
  /** The right part covers the left one, which stays mounted but cannot be used. */
  stacked: boolean;
  onSplit(split: number): void;
}

const STEP = 0.02;
/** Two panes with a divider that pointer and arrow keys move. The position is reported when the divider is released. */
export function SplitPane({split, left, right, stacked, onSplit}: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? split;

  function toSplit(event: PointerEvent): number {
    const box = frame.current?.getBoundingClientRect();
    return box ? clamp((event.clientX - box.left) / box.width) : shown;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = {ArrowLeft: -STEP, ArrowRight: STEP}[event.key];
    const edge = {Home: 0.1, End: 0.9}[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    onSplit(clamp(edge ?? split + (step ?? 0)));
  }

  const shape = right === null ? 'single' : stacked ? 'stacked' : 'beside';
  return (
    <div class="split" data-shape={shape} ref={frame} style={{'--split': `${shown * 100}%`}}>
      <div class="split-left">{left}</div>
      {shape === 'beside' && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it has its role and keys by toSeparatorProps
        <div
          class="split-divider"
          {...toSeparatorProps(shown)}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(toSplit(event));
          }}
          onPointerMove={(event) => {
            if (dragged !== null) setDragged(toSplit(event));
          }}
          onPointerUp={(event) => {
            setDragged(null);
            if (dragged !== null) onSplit(toSplit(event));
          }}
          onPointerCancel={() => setDragged(null)}
        />
      )}
      {right !== null && <div class="split-right">{right}</div>}
    </div>
  );
}

/** A focusable, movable divider has this role, and is not an <hr>. */
function toSeparatorProps(split: number) {
  return {
    role: 'separator' as const,
    tabIndex: 0,
    'aria-label': 'Width of the list',
    'aria-orientation': 'vertical' as const,
    'aria-valuemin': 10,
    'aria-valuemax': 90,
    'aria-valuenow': Math.round(split * 100),
  };
}

function clamp(split: number): number {
  return Math.min(0.9, Math.max(0.1, split));
}
