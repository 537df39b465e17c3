import type {Row} from '../../../store/rows/row-index';
import type {Visit} from '../../../store/rows/to-visits';
import {countOfAll} from '../../format/format-count';
import {shorten} from '../../format/shorten';
import {ImportIcon, RemoveIcon} from '../../icons';
import {FoldMark} from './FoldMark';
import {TimeText} from './TimeText';
import {type ListRowProps, toCellProps, toRowProps} from './to-row-props';

/**
 * The heading of a visit: collapses it, but does not delete anything. That of an import has a button that removes the
 * import.
 */
export function VisitRow(props: ListRowProps<Extract<Row, {kind: 'visit'}>>) {
  const {visit, counts, folded} = props.row;
  const hasTime = props.columns.includes('time');
  const cell = {...toCellProps('event'), 'aria-colspan': props.columns.length + (hasTime ? 0 : 1)};
  return (
    <div {...toRowProps(props)}>
      <div {...cell}>
        <FoldMark folded={folded} />
        {visit.kind === 'import' && <ImportIcon />}
        <span class="row-name">{shorten(toTitle(visit), 200)}</span>
        <span class="row-note">
          {countOfAll(counts.requests, 'request')}
          {counts.events.all > 0 && ` · ${countOfAll(counts.events, 'event')}`}
        </span>
        {visit.kind === 'import' && (
          <button
            type="button"
            class="row-action"
            aria-label={`Remove the import ${shorten(visit.file ?? '', 200)}`}
            title="Remove this import from the list"
            data-remove
          >
            <RemoveIcon />
          </button>
        )}
      </div>
      {hasTime && (
        <div {...toCellProps('time')}>
          <TimeText at={visit.at} />
        </div>
      )}
    </div>
  );
}

function toTitle({kind, url, file}: Visit): string {
  if (kind === 'import') return `Imported from ${file}`;
  return url ?? 'unknown page';
}
