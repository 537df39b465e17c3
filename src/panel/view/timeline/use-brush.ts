import type {RefObject} from 'preact';
import {useRef, useState} from 'preact/hooks';
import type {TimeRange} from '../../store/filter/time-words';
import type {TimeSpan} from '../../store/timeline/bin-requests';

/** A shorter drag is a click, and does not select anything. */
const MIN_PIXELS = 3;

/** The bars that the pointer is dragged over, whole ones only, `count` in the span; selected when the pointer is released. */
export function useBrush(
  frame: RefObject<HTMLElement | null>,
  {span, count}: {span: TimeSpan | null; count: number},
  choose: (range: TimeRange) => void,
) {
  const start = useRef<number | null>(null);
  const [range, setRange] = useState<TimeRange | null>(null);

  function toRange(x: number): TimeRange | null {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !span || start.current === null || Math.abs(x - start.current) < MIN_PIXELS) return null;
    const toBar = (at: number) => Math.min(1, Math.max(0, (at - box.left) / box.width)) * count;
    const toTime = (bar: number) => span.from + (bar / count) * (span.to - span.from);
    return {
      from: Math.floor(toTime(Math.floor(toBar(Math.min(x, start.current))))),
      to: Math.ceil(toTime(Math.ceil(toBar(Math.max(x, start.current))))),
    };
  }

  function stop(): void {
    start.current = null;
    setRange(null);
  }

  return {
    /** While it is dragged. */
    range,
    events: {
      onPointerDown(event: PointerEvent & {currentTarget: HTMLElement}) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = event.clientX;
      },
      onPointerMove: ({clientX}: PointerEvent) => setRange(toRange(clientX)),
      onPointerUp({clientX}: PointerEvent) {
        const chosen = toRange(clientX);
        stop();
        if (chosen) choose(chosen);
      },
      onPointerCancel: stop,
    },
  };
}
