import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
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
    return (
      a.visit.id === b.visit.id && a.folded === b.folded && a.visit.entries.length === b.visit.entries.length
    );
  }
  if (a.entry !== b.entry || a.depth !== b.depth) return false;
  if (a.kind === 'event' || b.kind === 'event') {
    return a.kind === 'event' && b.kind === 'event' && a.event === b.event;
  }
  return a.folded === b.folded && a.foldable === b.foldable;
}
