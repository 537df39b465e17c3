import {EditorState} from '@codemirror/state';
import {describe, expect, it} from 'vitest';
import {readPlaceInEvent} from './place-in-event';

/** The place at the `|` in a text. */
function read(marked: string) {
  const position = marked.indexOf('|');
  const state = EditorState.create({doc: marked.replace('|', '')});
  return readPlaceInEvent(state, position, -1);
}

function readName(marked: string): string | null {
  const {event_name, event, type} = read(marked)?.texts ?? {};
  return event_name ?? event ?? type ?? null;
}

describe('the place of a position in its event', () => {
  it.each([
    ['a value of an event in a list', '[{"event_name":"a","user_id":"u|1"}]', 'a', ['user_id'], false],
    ['a value of a bare object', '{"event_name":"a","user_id":"u|1"}', 'a', ['user_id'], false],
    [
      'a value deeper in',
      '[{"event_name":"a","context":{"group_id":"g|"}}]',
      'a',
      ['context', 'group_id'],
      false,
    ],
    ['a key', '[{"event_name":"a","properties":{"na|me":1}}]', 'a', ['properties', 'name'], true],
    [
      'a list inside an event',
      '[{"event_name":"a","properties":{"list":["x|"]}}]',
      'a',
      ['properties', 'list'],
      false,
    ],
    [
      'an event of a batch',
      '{"batch":[{"type":"group","traits":{"na|me":1}}]}',
      'group',
      ['traits', 'name'],
      true,
    ],
    ['a legacy name', '[{"event":"b","user_id":"u|"}]', 'b', ['user_id'], false],
    ['an event without a name', '[{"user_id":1|}]', null, ['user_id'], false],
  ])('reads %s', (_, text, name, path, isKey) => {
    expect(read(text)).toMatchObject({path, isKey});
    expect(readName(text)).toBe(name);
  });

  it.each([
    ['between tokens', '[{"a":1}|]'],
    ['a list of plain values', '["a|"]'],
    ['empty text', '|'],
  ])('has none for %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['before it', '[{"event_name":"a"},{"a":"x|"},{"event_name":"b"}]', null],
    ['behind it in the event', '[{"a":"x|","context":{"type":"inner"},"event_name":"b"}]', 'b'],
    ['with escapes', '[{"event_name":"\\"a\\"\\u0041","a":"x|"}]', '"a"A'],
  ])('finds the event’s own name %s', (_, text, name) => {
    expect(readName(text)).toBe(name);
  });

  it('reads a key that is not closed yet, and what follows on the next line', () => {
    expect(read('[{"event_name":"a",\n"us|\n"user_id":"u"}]')).toMatchObject({path: ['us'], isKey: true});
    expect(read('[{"event_name":"a",\n"us":"x\n,"user_id":"u|"}]')).toMatchObject({path: ['user_id']});
  });

  it('reads a value that is just being typed', () => {
    expect(read('[{"event_name":"|"')).toMatchObject({path: ['event_name'], isKey: false});
  });
});
