import {toEvent} from './workspace.js';

const invitation = {
  invitee_email: 'amy@acme.example',
  invitee_first_name: 'Amy',
  invitee_last_name: 'Frank',
  invitee_role: 'Developer',
  feature_name: 'TEAM_PAGE',
};

export function toGoodEvent() {
  return toEvent('invite_sent', invitation);
}

function toSignUp(extra = {}) {
  const properties = {email: 'amy@acme.example', name: 'Amy Frank', first_name: 'Amy', last_name: 'Frank'};
  return toEvent('signed_up', {...properties, ...extra});
}

/** Wrong bodies, sent by fetch with credentials unless `headers` says otherwise. */
export const faultyBatches = [
  {
    id: 'bad-timestamp',
    title: 'A year of two digits',
    text: 'signed_up at 20-11-23T22:28:55.111Z, the vendor’s own sample value.',
    body: () => JSON.stringify([{...toSignUp(), timestamp: '20-11-23T22:28:55.111Z'}]),
  },
  {
    id: 'missing-group-id',
    title: 'No account',
    text: 'invite_sent with an empty context: the server accepts it, but it is not linked to an account.',
    body: () => JSON.stringify([{...toGoodEvent(), context: {}}]),
  },
  {
    id: 'too-many-events',
    title: '1,001 events',
    text: 'One more than the API allows in a request.',
    body: () => JSON.stringify(Array.from({length: 1001}, toGoodEvent)),
  },
  {
    id: 'too-large',
    title: 'More than 2 MB',
    text: 'Twelve events with 200 KB of notes each.',
    body: () => {
      const note = 'ä note that is not needed · '.repeat(7100);
      return JSON.stringify(Array.from({length: 12}, () => toSignUp({note})));
    },
  },
  {
    id: 'no-user',
    title: 'User is missing',
    text: 'invite_sent without user_id.',
    body: () => JSON.stringify([{...toGoodEvent(), user_id: undefined}]),
  },
  {
    id: 'bare-object',
    title: 'A bare object',
    text: 'One event without an array around it, as in the documents of 2024.',
    body: () => JSON.stringify(toGoodEvent()),
  },
  {
    id: 'legacy-event',
    title: 'The name in “event”',
    text: 'The old field name instead of event_name.',
    body: () => {
      const {event_name, ...rest} = toGoodEvent();
      return JSON.stringify([{event: event_name, ...rest}]);
    },
  },
  {
    id: 'not-json',
    title: 'Not JSON',
    text: 'A closing brace is missing in line 4.',
    body: () =>
      '[\n  {\n    "event_name": "signed_up",\n    "properties": {"email": "a@acme.example",\n    "user_id": "u1"\n  }\n]',
  },
  {
    id: 'no-credentials',
    title: 'No credentials',
    text: 'A good batch without x-api-key or Authorization: 401.',
    headers: {'Content-Type': 'application/json'},
    body: () => JSON.stringify([toGoodEvent()]),
  },
  {
    id: 'bearer',
    title: 'A Bearer token',
    text: 'A right batch with the older kind of credentials. It has no issues.',
    headers: {'Content-Type': 'application/json', Authorization: 'Bearer ts_demo_bearer_81d0c7'},
    body: () => JSON.stringify([toGoodEvent()]),
  },
  {
    id: 'odd-values',
    title: 'Values that JSON.parse would change',
    text: 'Big integers, 1e400, -0, a key twice, a lone surrogate, odd spacing.',
    body: () =>
      `[ {"user_id":"u-1" , "event_name":"odd_values","timestamp":"${new Date().toISOString()}",\n` +
      '\t"context":{"group_id":"g-1"},  "properties":{"big":12345678901234567890,"huge":1e400,"minus":-0,' +
      '"twice":1,"twice":2,"lone":"\\ud800","escaped":"\\u0041\\/"} } ]\n',
  },
  {
    id: 'wrong-types',
    title: 'Wrong types',
    text: 'group_enriched with text where a number and a list belong.',
    body: () =>
      JSON.stringify([toEvent('group_enriched', {enrichment_employees: 'eleven', enrichment_tags: 'saas'})]),
  },
  {
    id: 'mixed-batch',
    title: 'Some good, some bad',
    text: 'Ten events: the fourth has epoch milliseconds, the eighth no account.',
    body: () => {
      const events = Array.from({length: 10}, toGoodEvent);
      events[3] = {...toGoodEvent(), timestamp: Date.now()};
      events[7] = {...toGoodEvent(), context: {}};
      return JSON.stringify(events);
    },
  },
  {
    id: 'hostile-strings',
    title: 'Hostile strings',
    text: 'Markup, script URLs, control characters, right-to-left marks and a text of 1 MB.',
    body: () =>
      JSON.stringify([
        toSignUp({
          image: '<img src=x onerror="globalThis.hacked = true">',
          script: '</script><script>globalThis.hacked = true</script>',
          link: 'javascript:globalThis.hacked=true',
          control: '\u0000\u0007\u001b[31m\u202egnp.exe',
          long: 'a'.repeat(1_000_000),
          '<b onmouseover=alert(1)>key</b>': '{{constructor.constructor("alert(1)")()}}',
        }),
      ]),
  },
];
