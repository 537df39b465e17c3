import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
import type {VisitCounts} from '../../store/rows/count-visit';
import type {Row} from '../../store/rows/row-index';
import type {Visit} from '../../store/rows/to-visits';
import type {ListRowProps} from './row/to-row-props';

interface Cached extends ListRowProps {
  vnode: VNode;
}

/** Returns the same vnode for the same row, so that Preact skips unchanged rows. */
export function useRowCache() {
  const cache = useRef(new Map<number, Cached>());
  return (slot: number, props: ListRowProps, render: () => VNode): VNode => {
    const {position, row, selected, columns} = props;
    const old = cache.current.get(slot);
    const isAtHome = old?.position === position && old.selected === selected && old.columns === columns;
    if (old && isAtHome && isSame(old.row, row)) return old.vnode;
    const vnode = render();
    cache.current.set(slot, {...props, vnode});
    return vnode;
  };
}

function isSame(a: Row, b: Row): boolean {
  if (a.kind === 'visit' || b.kind === 'visit') {
    if (a.kind !== 'visit' || b.kind !== 'visit') return false;
    return hasSameTitle(a.visit, b.visit) && a.folded === b.folded && hasSameCounts(a.counts, b.counts);
  }
  if (a.entry !== b.entry || a.depth !== b.depth) return false;
  if (a.kind === 'event' || b.kind === 'event') {
    return a.kind === 'event' && b.kind === 'event' && a.event === b.event;
  }
  return a.folded === b.folded && a.foldable === b.foldable;
}

/** The page of a request may become known after the request was listed. */
function hasSameTitle(a: Visit, b: Visit): boolean {
  return a.id === b.id && a.url === b.url && a.at === b.at;
}

function hasSameCounts(a: VisitCounts, b: VisitCounts): boolean {
  return (
    a.requests.shown === b.requests.shown &&
    a.requests.all === b.requests.all &&
    a.events.shown === b.events.shown &&
    a.events.all === b.events.all
  );
}
