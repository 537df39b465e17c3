import {ChevronIcon} from '../../icons';

/** Folds by a click on it (`use-list-clicks.ts`); by keyboard the grid's Left and Right do. */
export function FoldMark({folded}: {folded: boolean | null}) {
  if (folded === null) return <span class="chevron" />;
  return (
    <span class="chevron" data-open={!folded} data-fold>
      <ChevronIcon />
    </span>
  );
}
