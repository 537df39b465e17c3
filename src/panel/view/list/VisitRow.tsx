import type {Row} from '../../store/rows/row-index';
import type {Visit} from '../../store/rows/to-visits';
import {countOf} from '../format/format-count';
import {shorten} from '../format/shorten';
import {FoldMark} from './FoldMark';
import {TimeText} from './TimeText';
import {type ListRowProps, toCellProps, toRowProps} from './to-row-props';

const headingCell = {...toCellProps('event'), 'aria-colspan': 4};

/** The heading of a visit: folds it away, deletes nothing. */
export function VisitRow(props: ListRowProps<Extract<Row, {kind: 'visit'}>>) {
  const {visit, folded} = props.row;
  return (
    <div {...toRowProps(props)}>
      <div {...headingCell}>
        <FoldMark folded={folded} />
        <span class="row-name">{shorten(toTitle(visit), 200)}</span>
        <span class="row-note">{countOf(visit.entries.length, 'request')}</span>
      </div>
      <div {...toCellProps('time')}>
        <TimeText at={visit.at} />
      </div>
    </div>
  );
}

function toTitle({kind, url, file}: Visit): string {
  if (kind === 'import') return `imported from ${file}`;
  return url ?? 'unknown page';
}
