import type {VNode} from 'preact';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {EditController} from '../controller/create-edit-controller';
import {SendButton} from './SendBar';

beforeEach(() => vi.stubGlobal('navigator', {userAgent: ''}));
afterEach(() => vi.unstubAllGlobals());

/** What a click does that is the nth of a fast series at the same place; 0: a key. */
function press(nth: number, isSending: boolean): string[] {
  const done: string[] = [];
  const edit = {
    session: {sent: {value: isSending ? ['replay'] : []}, plan: {value: {ok: true}}},
    sending: {value: isSending},
    send: () => done.push('sent'),
    cancel: () => done.push('cancelled'),
  } as unknown as EditController;
  const button = SendButton({edit}) as VNode<{onClick(event: {detail: number}): void}>;
  button.props.onClick({detail: nth});
  return done;
}

it.each([
  [0, 'sent', 'cancelled'],
  [1, 'sent', 'cancelled'],
  [3, 'sent', 'cancelled'],
])('click %i on Send or Cancel counts', (nth, send, cancel) => {
  expect(press(nth, false)).toEqual([send]);
  expect(press(nth, true)).toEqual([cancel]);
});

it('the second click of a double click neither cancels what the first has sent, nor sends it again', () => {
  expect(press(2, true)).toEqual([]);
  expect(press(2, false)).toEqual([]);
});
