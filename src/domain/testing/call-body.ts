import fc from 'fast-check';
import {untouched} from './untouched';

const time = fc.constantFrom(
  '"2026-04-30T07:08:47.079000Z"',
  '"20-11-23T22:28:55.111Z"',
  '"2026-04-30T07:08:47.1234567+05:30"',
  '"2026-04-30T07:08:47"',
  '"2026-04-30 07:08:47"',
  '"2026-04-30"',
  '1777532927',
  '"1777532927079"',
  'null',
  '""',
  '"soon"',
  'true',
  '[1]',
);
/** A member, or nothing. */
const maybe = (name: string, values: fc.Arbitrary<string>) =>
  fc.oneof(
    {weight: 1, arbitrary: fc.constant([])},
    {weight: 3, arbitrary: values.map((value) => [`"${name}": ${value}`])},
  );

/** Members of a call as text, each right or wrong in one of the ways that a fix supports. */
const type = fc.constantFrom('"type": "track", "event": "Signed Up"', '"type": "track"', '"type": "page"');
const user = fc.constantFrom('"userId": "u"', '"userId": 17', '"userId": ""', '"user_id": "u"');
const group = fc.constantFrom(
  '"context": {"groupId": "acme"}',
  '"context": {"groupId": 17, "locale": 3}',
  '"context": null, "group_id": "acme"',
  '"context": {"ip": 127}, "version": true',
);
const shared = [
  user,
  group,
  ...['timestamp', 'sentAt', 'originalTimestamp', 'receivedAt'].map((name) =>
    maybe(name, time).map((members) => members.join()),
  ),
  fc.constantFrom('"messageId": "m-1"', '"messageId": 7', '"messageId": null', '"integrations": "All"'),
];
const trait = fc.oneof(
  time.map((value) => `"createdAt": ${value}`),
  time.map((value) => `"created_at": ${value}`),
  fc.constantFrom(
    '"employees": 11',
    '"employees": "11"',
    '"name": 12345678901234567890',
    '"Name": "Acme"',
    '"plan": null',
    '"email": "amy at acme"',
    '"address": "Ghent"',
    '"address": {"city": 9000, "street": [1]}',
    '"status": "gone"',
    '"x": null',
  ),
);
const traits = fc.oneof(
  fc.uniqueArray(trait, {maxLength: 4}).map((members) => `"traits": {${[...members, untouched].join(', ')}}`),
  fc.constantFrom('"traits": null', '"traits": "none"'),
);
const groupId = fc.constantFrom(
  '"groupId": "acme"',
  '"groupId": 17',
  '"groupId": null',
  '"group_id": "acme"',
);
const toCall = (members: readonly string[]) => `{${members.filter((one) => one !== '').join(', ')}}`;
const call = fc.oneof(
  fc.tuple(type, fc.constant(untouched), ...shared).map(toCall),
  fc.tuple(fc.constant('"type": "group"'), groupId, traits, ...shared).map(toCall),
);
const batch = fc
  .tuple(fc.array(call, {minLength: 1, maxLength: 3}), maybe('sentAt', time))
  .map(([calls, sentAt]) => `{${[`"batch": [${calls.join(',\n ')}]`, ...sentAt].join(', ')}}`);
/** Bodies of Segment's and journy.io's batches. */
export const callBody = fc.oneof(
  {weight: 6, arbitrary: batch},
  {weight: 1, arbitrary: batch.map((text) => `\uFEFF${text}`)},
  {weight: 1, arbitrary: batch.map((text) => `${text.slice(0, -1)},} // end`)},
);
