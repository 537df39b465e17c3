import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
import type {VisitCounts} from '../../store/rows/count-visit';
import type {Row} from '../../store/rows/row-index';

interface Cached {
  row: Row;
  position: number;
  selected: boolean;
  vnode: VNode;
}

/** Gives the same vnode for the same row, so that Preact passes over rows that did not change. */
export function useRowCache() {
  const cache = useRef(new Map<number, Cached>());
  return (slot: number, position: number, row: Row, selected: boolean, render: () => VNode): VNode => {
    const old = cache.current.get(slot);
    if (old && old.position === position && old.selected === selected && isSame(old.row, row))
      return old.vnode;
    const vnode = render();
    cache.current.set(slot, {row, position, selected, vnode});
    return vnode;
  };
}

function isSame(a: Row, b: Row): boolean {
  if (a.kind === 'visit' || b.kind === 'visit') {
    if (a.kind !== 'visit' || b.kind !== 'visit') return false;
    return a.visit.id === b.visit.id && a.folded === b.folded && hasSameCounts(a.counts, b.counts);
  }
  if (a.entry !== b.entry || a.depth !== b.depth) return false;
  if (a.kind === 'event' || b.kind === 'event') {
    return a.kind === 'event' && b.kind === 'event' && a.event === b.event;
  }
  return a.folded === b.folded && a.foldable === b.foldable;
}

function hasSameCounts(a: VisitCounts, b: VisitCounts): boolean {
  return (
    a.requests.shown === b.requests.shown &&
    a.requests.all === b.requests.all &&
    a.events.shown === b.events.shown &&
    a.events.all === b.events.all
  );
}
