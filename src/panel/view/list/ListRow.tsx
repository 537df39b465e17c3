import {EventRow} from './EventRow';
import {RequestRow} from './RequestRow';
import type {ListRowProps} from './to-row-props';
import {VisitRow} from './VisitRow';

export function ListRow({row, position, selected}: ListRowProps) {
  switch (row.kind) {
    case 'visit':
      return <VisitRow row={row} position={position} selected={selected} />;
    case 'request':
      return <RequestRow row={row} position={position} selected={selected} />;
    case 'event':
      return <EventRow row={row} position={position} selected={selected} />;
  }
}
