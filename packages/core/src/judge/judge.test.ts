import {expect, it} from 'vitest';
import {createPlanChecker, createValidator, defaultSettings, readPlan, requestFromParts} from '../domain';
import {judge} from './judge';

const toParts = (body: string) => ({
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json', 'x-api-key': 'key'},
  body,
});
const sent = requestFromParts({
  ...toParts('[{"event_name": "a"}]'),
  startedAt: 1_793_527_200_250,
  id: 'a',
});
const replay = {
  sourceId: 'a',
  way: 'page',
  marker: 'b',
  claimed: true,
  timeoutSeconds: 30,
  followRedirects: false,
} as const;

it.each([
  ['sekret-key-2', '/properties/MASKED'],
  ['api_key=sekret-key-9', '/properties/api_key=MASKED'],
  ...['token', 'password', 'api_key', 'a~1b', 'x y', 'email', 'Authorization', 'url'].map((name) => [
    name,
    `/properties/${name}`,
  ]),
])('a place that is named by a credential is masked as in the message: %s', async (name, pointer) => {
  const schema = {
    type: 'object',
    properties: {place: false},
    patternProperties: {'^[^p]': false, '^pass': false},
  };
  const reading = await readPlan([{name: 'p.json', text: JSON.stringify({events: {a: schema}})}]);
  if (!reading.ok) throw new Error(reading.message);
  const body = JSON.stringify([
    {event_name: 'a', properties: {[name.replace('~1', '/')]: true}, password: 'sekret-key-2'},
  ]);
  const request = requestFromParts({...toParts(body), id: 'a'});
  const checkers = [createPlanChecker(reading.plan, createValidator())];
  const {requests} = judge([{request, file: 'a'}], {settings: defaultSettings, checkers, version: '1'});
  const issues = requests.flatMap((each) => each.issues).filter(({code}) => code.startsWith('plan/'));
  expect(issues).toMatchObject([{pointer}]);
});

it('of another file does not repeat a batch, since each file is a session', () => {
  const again = {...sent, id: 'b', startedAt: 1_793_527_200_350};
  const inputs = [
    {request: sent, file: 'a.har'},
    {request: again, file: 'b.har'},
    {request: {...again, id: 'c', startedAt: 1_793_527_200_450}, file: 'a.har'},
  ];
  const {session} = judge(inputs, {settings: defaultSettings, checkers: [], version: '1'});
  expect(session.map(({code, request}) => [code, request])).toEqual([['repeated-batch', 'c']]);
});

it.each([
  ['repeats a batch if the page sent it again', {}, ['repeated-batch']],
  ['does not repeat it if it is a replay', {replay}, []],
])('a request %s', (_, parts, codes) => {
  const inputs = [sent, {...sent, ...parts, id: 'b', startedAt: 1_793_527_200_350}].map((request) => ({
    request,
    file: 'a.har',
  }));
  const {session} = judge(inputs, {settings: defaultSettings, checkers: [], version: '1'});
  expect(session.map(({code}) => code)).toEqual(codes);
});
