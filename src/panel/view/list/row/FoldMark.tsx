import {ChevronIcon} from '../../icons';

/** Collapses and expands on click (`use-list-clicks.ts`); with the keyboard the grid's Left and Right do. */
export function FoldMark({folded}: {folded: boolean | null}) {
  if (folded === null) return <span class="chevron" />;
  return (
    <span class="chevron" data-open={!folded} data-fold>
      <ChevronIcon />
    </span>
  );
}
