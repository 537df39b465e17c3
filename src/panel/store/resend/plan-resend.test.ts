import {expect, it} from 'vitest';
import {defaultSettings, type Settings} from '../../../domain/settings';
import {buildSource} from '../draft/draft-fakes';
import {planResend, type ResendChoices} from './plan-resend';

/** Text that parsing and serializing would change. */
const delicate =
  '[ {"user_id":"u" ,"n":12345678901234567890,"huge":1e400,"twice":1,"twice":2,"properties":{"a":-0}}, 7 ]\r\n';
const staging = 'https://staging.example.test';

function plan(text: string, choices: Partial<ResendChoices> = {}, target: {testProperty?: string} = {}) {
  const settings: Settings = {
    ...defaultSettings,
    replay: {
      ...defaultSettings.replay,
      targets: [{name: 'Staging', baseUrl: staging, production: false, testHeader: 'X-Test: 1', ...target}],
    },
  };
  const how: ResendChoices = {
    way: 'extension',
    target: null,
    credentials: 'same-origin',
    cookies: false,
    followRedirects: false,
    timeoutSeconds: 5,
    ...choices,
  };
  const made = planResend(buildSource(text), how, {id: 'again', marker: 'm', startedAt: 1, settings});
  if (!made.ok) throw new Error(made.reason);
  const {body, headers} = made.record;
  return {
    ...made,
    text: body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : null,
    names: headers.state === 'known' ? headers.list.map(({name}) => name) : [],
  };
}

it('sends the original’s bytes to where it went, as its child', () => {
  const {record, text, names} = plan(delicate);
  expect(text).toBe(delicate);
  expect(record).toMatchObject({id: 'again', url: 'https://api.example.test/api/track'});
  expect(record.replay).toMatchObject({sourceId: 'source', marker: 'm', claimed: false, way: 'extension'});
  expect(names).not.toContain('X-Test');
});

it('sends the same bytes to a target, with its header of a test', () => {
  const {record, text, names} = plan(delicate, {target: staging});
  expect(text).toBe(delicate);
  expect(record.url).toBe(`${staging}/api/track`);
  expect(names).toContain('X-Test');
});

it('marks every event that can hold a mark, changes nothing else, and says so of the others', () => {
  const {text, notes} = plan(delicate, {target: staging}, {testProperty: 'is_test: true'});
  expect(text).toBe(delicate.replace('{"a":-0}', '{"a":-0,"is_test":true}'));
  expect(notes).toEqual([
    'The target’s test header is added, X-Test: 1.',
    'The target’s test property is added to each event, "is_test": true.',
    'The test property cannot be added to an event that does not have an object for it.',
  ]);
});

it('sends what is no JSON unmarked, byte for byte, and says so', () => {
  const {text, notes} = plan('{"broken', {target: staging}, {testProperty: 'is_test: true'});
  expect(text).toBe('{"broken');
  expect(notes).toContain('The test property cannot be added: the text is not valid JSON.');
});
