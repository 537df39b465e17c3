import type {RefObject} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';
import {useSize} from '../frame/use-size';
import {ROW_HEIGHT} from '../list/use-virtual-rows';

/** Extra lines beyond the edges, so that scrolling a few lines shows no gap. */
const OVERSCAN = 8;

export interface LineWindow {
  first: number;
  /** One beyond the last. */
  end: number;
  pageLines: number;
  onScroll(): void;
}

/** The lines of equal height that have elements. `current` is scrolled into view when a key moves it. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  headHeight: number,
  current: {key: string | null; position: number},
): LineWindow {
  const {height} = useSize(scroller);
  const [top, setTop] = useState(0);
  const visible = Math.max(1, Math.ceil((height - headHeight) / ROW_HEIGHT));

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || current.position < 0) return;
    const from = current.position * ROW_HEIGHT;
    const room = element.clientHeight - headHeight;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = from + ROW_HEIGHT - room;
  }, [current.key]);

  const place = Math.min(top, Math.max(0, count - visible));
  return {
    first: Math.max(0, place - OVERSCAN),
    end: Math.min(count, place + visible + OVERSCAN),
    pageLines: Math.max(1, visible - 2),
    onScroll() {
      setTop(Math.floor((scroller.current?.scrollTop ?? 0) / ROW_HEIGHT));
    },
  };
}
