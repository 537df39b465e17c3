import {expect, it} from 'vitest';
import {columnIds} from '../../../../domain/list-columns';
import {defaultSettings} from '../../../../domain/settings';
import {EVENT_ROOM, fitColumns, toPossibleWidth, toTemplate} from './fit-columns';

const {panel} = defaultSettings;

it.each([
  [1280, 'user 192 group 192 status 72 time 100'],
  [600, 'user 90 group 90 status 72 time 100'],
  [560, 'user 101 group 101 status 72 time 74'],
  [450, 'user 81 status 72 time 74'],
  [400, 'status 72 time 74'],
  [200, ''],
])('shows in a list of %d pixels: %s', (width, expected) => {
  expect(
    fitColumns(panel, width)
      .map((column) => `${column.id} ${column.width}`)
      .join(' '),
  ).toBe(expected);
});

it('shows the chosen ones in their own order, as wide as they were made', () => {
  const choice = {
    columns: ['time', 'size', 'type'] as const,
    columnWidths: {size: 90, user: 300},
    sort: null,
  };
  expect(fitColumns(choice, 1000)).toEqual([
    {id: 'type', width: 70},
    {id: 'size', width: 90},
    {id: 'time', width: 100},
  ]);
});

it('leaves the event its room at every width, however wide the others were made', () => {
  const columnWidths = Object.fromEntries(columnIds.map((id) => [id, 400]));
  for (let list = EVENT_ROOM; list < 4000; list += 37) {
    const used = fitColumns({columns: columnIds, columnWidths, sort: null}, list).reduce(
      (sum, {width}) => sum + width,
      0,
    );
    expect(list - used).toBeGreaterThanOrEqual(EVENT_ROOM);
  }
});

it.each([
  [1280, 'user', 300, 300],
  [1280, 'user', 5000, 706],
  [450, 'user', 300, 94],
  [450, 'user', 10, 40],
  [450, 'time', 600, 87],
  [5000, 'user', 5000, 1000],
] as const)(
  'in a list of %d pixels, %s can be asked to be %d wide, and is %d',
  (list, id, width, expected) => {
    const shown = fitColumns(panel, list);
    const possible = toPossibleWidth(shown, {id, width}, list);
    expect(possible).toBe(expected);
    const next = fitColumns({...panel, columnWidths: {...panel.columnWidths, [id]: possible}}, list);
    expect(next.map((column) => column.id)).toEqual(expect.arrayContaining(shown.map((column) => column.id)));
  },
);

it('writes them for the grid', () => {
  expect(toTemplate([{id: 'time', width: 100}])).toBe('minmax(0, 1fr) 100px');
});

it('drops the column that the list is sorted by last, since its head says so', () => {
  for (let list = 1_200; list > EVENT_ROOM; list -= 10) {
    const shown = fitColumns(
      {columns: columnIds, columnWidths: {}, sort: {by: 'page', descending: true}},
      list,
    );
    if (shown.length > 0) expect(shown.map(({id}) => id)).toContain('page');
  }
});
