import {describe, expect, it} from 'vitest';
import {toLogEntry} from '../../store/log/log-entry';
import type {Row} from '../../store/rows/row-index';
import {aRequest} from '../../store/test-support/a-request';
import {anEvent, anInspection} from '../../store/test-support/an-inspection';
import {listRowActions} from './list-row-actions';

function toRequestRow(events: number, changes: Parameters<typeof aRequest>[0] = {}) {
  const inspection = anInspection({events: Array.from({length: events}, (_, index) => anEvent({index}))});
  const entry = toLogEntry(aRequest(changes), inspection, 1);
  return {kind: 'request', entry, depth: 0, foldable: events > 1, folded: false} as const;
}

function titlesOf(row: Row, marked: Parameters<typeof listRowActions>[1] = null): string[] {
  return listRowActions(row, marked)
    .flat()
    .map(({title}) => title);
}

function findDeed(row: Row, wanted: string) {
  return listRowActions(row, null)
    .flat()
    .find(({title}) => title === wanted)?.deed;
}

describe('listRowActions', () => {
  it('offers all for the row of a single event', () => {
    expect(titlesOf(toRequestRow(1))).toEqual([
      'Open',
      'Edit and resend',
      'Show in coverage',
      'Select for compare',
      'Copy as cURL',
      'Copy as cURL for PowerShell',
      'Copy as fetch',
      'Copy as JSON',
      'Copy as Markdown bug report',
      'Copy as Playwright assertion',
      'Copy event name',
      'Show only this event name',
      'Show only this user',
      'Show only this group',
      'Show only this status',
      'Show only this host',
      'Hide this event name',
      'Hide this host',
      'Pin request',
      'Resend request…',
    ]);
  });

  it.each<[string, Row, Parameters<typeof listRowActions>[1], string, boolean]>([
    ['a batch can be folded', toRequestRow(2), null, 'Collapse', true],
    ['a single event cannot', toRequestRow(1), null, 'Collapse', false],
    ['a batch has no name of its own', toRequestRow(2), null, 'Show only this event name', false],
    [
      'an event leads to its request',
      {...toRequestRow(2), kind: 'event', event: 1},
      null,
      'Open its request',
      true,
    ],
    ['events are compared', toRequestRow(1), {id: 'other', event: 3}, 'Compare with selected', true],
    [
      'an event is not compared with a batch',
      toRequestRow(1),
      {id: 'other', event: null},
      'Compare with selected',
      false,
    ],
    [
      'a row is not compared with itself',
      toRequestRow(1),
      {id: 'r1', event: 0},
      'Compare with selected',
      false,
    ],
    ['what is pinned can be unpinned', toRequestRow(1, {pinned: true}), null, 'Unpin request', true],
    [
      'an import can be removed',
      toRequestRow(1, {imported: {id: 'i', file: 'a.har'}}),
      null,
      'Remove this import',
      true,
    ],
    ['what was captured cannot', toRequestRow(1), null, 'Remove this import', false],
  ])('%s', (_, row, marked, title, isOffered) => {
    expect(titlesOf(row, marked).includes(title)).toBe(isOffered);
  });

  it('names the row and the word in what it does', () => {
    const row = {...toRequestRow(2), kind: 'event', event: 1} as const;
    expect(findDeed(row, 'Edit and resend')).toEqual({kind: 'open', row: {id: 'r1', event: 1}, tab: 'edit'});
    expect(findDeed(row, 'Show only this host')).toEqual({
      kind: 'filter',
      word: 'url:=api.app.thrivestack.ai',
    });
    expect(findDeed(row, 'Hide this event name')).toEqual({kind: 'filter', word: '-name:=invite_sent'});
  });
});
