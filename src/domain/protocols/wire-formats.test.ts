import {describe, expect, it} from 'vitest';
import {parsePointer} from '../json/json-pointer';
import {settingsSchema} from '../settings';
import {matchEndpoint} from './endpoints';
import {protocols} from './protocols';
import {readEvent} from './read-event';
import type {WireFormat} from './wire-format';
import {type ProtocolId, protocolIds, wireFormats} from './wire-formats';

const formatOf = (id: ProtocolId): WireFormat => wireFormats[id];

describe.each(protocolIds)('the wire format %s', (id) => {
  const format = formatOf(id);
  const {fields} = format;

  it('belongs to the protocol of that id, and settings accept it', () => {
    expect(protocols[id].format).toBe(format);
    const endpoints = [{host: '*', path: '/x', protocol: id}];
    expect(settingsSchema.parse({endpoints}).endpoints).toEqual(endpoints);
  });

  it('is found at each of its own addresses', () => {
    for (const {host, path} of format.endpoints) {
      const url = `https://${host.replace('*', 'app.example.test')}${path}`;
      expect(matchEndpoint({url, method: 'POST'}, {endpoints: []}), url).toBe(id);
    }
  });

  it('has a title of its own', () => {
    expect(protocolIds.filter((other) => formatOf(other).title === format.title)).toEqual([id]);
  });

  it('names places by JSON Pointer', () => {
    const names = Object.values(fields.name).flat();
    const pointers = [
      names,
      fields.user,
      fields.anonymous ?? [],
      fields.group,
      fields.times,
      format.volatile,
    ];
    for (const pointer of [...pointers.flat(), ...format.batchPointers, fields.id ?? '/id'])
      expect(parsePointer(pointer), pointer).not.toBeNull();
    expect(format.volatile).toEqual(
      expect.arrayContaining([...fields.times, ...(fields.id ? [fields.id] : [])]),
    );
  });
});

describe('readEvent', () => {
  it.each<[ProtocolId, Record<string, unknown>, Record<string, unknown>]>([
    [
      'thrivestack-track',
      {event_name: 'a', user_id: 'u', context: {group_id: 'g'}, timestamp: 't', type: 'group'},
      {type: 'track', name: 'a', user: 'u', group: 'g', timestamp: 't', messageId: null},
    ],
    ['thrivestack-track', {event: 'legacy', user_id: ''}, {type: 'track', name: 'legacy', user: null}],
    ['thrivestack-track', {event_name: 7, user_id: 7, context: 'x'}, {name: '7', user: '7', group: null}],
    ['segment', {type: 'track', event: 'Signed Up'}, {type: 'track', name: 'Signed Up'}],
    ['segment', {type: 'identify', event: 'x', name: 'y'}, {type: 'identify', name: null}],
    ['segment', {type: 'group', groupId: 'g', anonymousId: 'a'}, {type: 'group', user: 'a', group: 'g'}],
    ['segment', {type: 'track', context: {groupId: 'g'}, messageId: 'm'}, {group: 'g', messageId: 'm'}],
    ['segment', {type: 'grup', event: 'x'}, {type: null, name: 'x'}],
    ['segment', {originalTimestamp: 'o', sentAt: 's'}, {type: null, timestamp: 'o'}],
  ])('of %s: %j', (id, entry, facts) => {
    const parsed = JSON.parse(JSON.stringify(entry));
    expect(readEvent(parsed, formatOf(id), 'https://collect.test/x')).toMatchObject(facts);
  });
});
