import type {Column} from './to-row-props';

const columns: readonly [column: Column, title: string][] = [
  ['event', 'Event'],
  ['user', 'User'],
  ['group', 'Group'],
  ['status', 'Status'],
  ['time', 'Time'],
];
const rowgroup = {role: 'rowgroup'} as const;
const row = {role: 'row', 'aria-rowindex': 1} as const;
const columnheader = {role: 'columnheader'} as const;

/** The names of the columns; stays in view while the list scrolls. */
export function ListHead() {
  return (
    <div class="list-head" {...rowgroup}>
      <div class="row-cells" {...row}>
        {columns.map(([column, title]) => (
          <div key={column} class={`cell cell-${column}`} {...columnheader}>
            {title}
          </div>
        ))}
      </div>
    </div>
  );
}
