import {signal} from '@preact/signals';
import {expect, it} from 'vitest';
import type {Selection} from './create-selection';
import {createTabs, type Tabs} from './create-tabs';
import type {Selected} from './selected';

function open(): {tabs: Tabs; select(id: string, event?: number | null): void} {
  const selected = signal<Selected | null>({id: 'a', event: 0});
  const select = (id: string, event: number | null = 0) => {
    selected.value = {id, event};
  };
  const selection: Pick<Selection, 'selected' | 'select' | 'open'> = {
    selected,
    select: (next) => {
      selected.value = next;
    },
    open: () => undefined,
  };
  return {tabs: createTabs(selection), select};
}

it('opens the editor for one request: the next one is shown by the tab that was open before', () => {
  const {tabs, select} = open();
  tabs.show('issues');
  tabs.openEditor({requestId: 'a', event: 0, pointer: '/user_id', fix: null});
  expect(tabs.current.value).toBe('edit');
  select('a', 1);
  expect(tabs.current.value, 'another event of the same batch').toBe('edit');
  select('b');
  expect(tabs.current.value).toBe('issues');
  select('a');
  expect(tabs.current.value, 'its draft is still open').toBe('edit');
  tabs.show('request');
  select('b');
  select('a');
  expect(tabs.current.value, 'the editor was left').toBe('request');
});

it('goes to a field out of the editor', () => {
  const {tabs} = open();
  tabs.show('edit');
  expect(tabs.current.value).toBe('edit');
  tabs.goToField('b', 0, '/user_id');
  expect(tabs.current.value).toBe('event');
});
