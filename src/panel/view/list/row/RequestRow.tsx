import type {JSX} from 'preact';
import {type LogEntry, toEntryVerdict} from '../../../store/log/log-entry';
import type {Row} from '../../../store/rows/row-index';
import {EventTitle} from '../../EventTitle';
import {shorten} from '../../format/shorten';
import {ImportIcon, PinnedIcon, ReplayIcon, WorkerIcon} from '../../icons';
import {VerdictMark} from '../../VerdictMark';
import {FoldMark} from './FoldMark';
import {GoldenMark} from './GoldenMark';
import {RowCells} from './RowCells';
import {RowNote} from './RowNote';
import {toRequestName} from './to-request-name';
import {type ListRowProps, toCellProps, toRowProps} from './to-row-props';

/** A request with up to one event, which is one row, or the head of a batch. */
export function RequestRow(props: ListRowProps<Extract<Row, {kind: 'request'}>>) {
  const {entry, foldable, folded} = props.row;
  const only = entry.events.length === 1 ? entry.events[0] : undefined;
  return (
    <div {...toRowProps(props)}>
      <div {...toCellProps('event')}>
        <FoldMark folded={foldable ? folded : null} />
        <VerdictMark verdict={toEntryVerdict(entry)} />
        <Badges entry={entry} />
        <GoldenMark row={{id: entry.id, event: only ? 0 : null}} />
        <span class="row-name">
          {only ? <EventTitle event={only} maxLength={120} /> : toRequestName(entry)}
        </span>
        <RowNote entry={entry} folded={foldable && folded} />
      </div>
      <RowCells columns={props.columns} event={only ?? null} request={entry} />
    </div>
  );
}

function Badges({entry}: {entry: LogEntry}) {
  return (
    <>
      {entry.imported && (
        <Badge Icon={ImportIcon} name={`imported from ${shorten(entry.imported.file, 80)}`} />
      )}
      {entry.head.replay && <Badge Icon={ReplayIcon} name="replay" />}
      {entry.worker && <Badge Icon={WorkerIcon} name="worker or unloaded page" />}
      {entry.head.pinned && <Badge Icon={PinnedIcon} name="pinned" />}
    </>
  );
}

function Badge({Icon, name}: {Icon: () => JSX.Element; name: string}) {
  return (
    <span class="badge" title={name}>
      <Icon />
      <span class="hidden">{name}</span>
    </span>
  );
}
