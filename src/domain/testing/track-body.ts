import fc from 'fast-check';
import {untouched} from './untouched';

/** Members of an event as text, each right or wrong in one of the ways that a fix supports. */
const name = fc.constantFrom(
  '"event_name": "invite_sent"',
  '"event": "invite_sent"',
  '"event_name": null, "event": "signed_up"',
  '"event_name": "Signed_Up"',
  '"event_name": "custom.event"',
  '"event_name": "group_enriched"',
);
const user = fc.constantFrom('"user_id": "u"', '"user_id": 12345678901234567890', '"user_id": ""');
const timestamp = fc.constantFrom(
  '"timestamp": "2026-04-30T07:08:47.079000Z"',
  '"timestamp": "20-11-23T22:28:55.111Z"',
  '"timestamp": "2026-04-30T07:08:47.1234567+05:30"',
  '"timestamp": "2026-04-30T07:08:47"',
  '"timestamp": "2026-04-30 07:08:47"',
  '"timestamp": "2026-04-30"',
  '"timestamp": "20260430T070847Z"',
  '"timestamp": "2026-04-30t24:00:00z"',
  '"timestamp": 1777532927',
  '"timestamp": "1777532927079"',
  '"timestamp": null',
  '"timestamp": "soon"',
  '"timestamp": "2026-02-30T00:00:00Z"',
  '"timestamp": "0001-01-01T00:00:00Z"',
  '"x": 1',
);
const group = fc.constantFrom(
  '"context": {"group_id": "acme"}',
  '"context": {"group_id": ""}',
  '"context": {"groupId": "acme", "source": "product"}',
  '"context": null, "group_id": "acme"',
  '"group_id": 17, "context": {}',
  '"context": {"group_id": "acme"}, "group_id": "globex"',
  '"y": 2',
);
const properties = fc.constantFrom(
  '"properties": {"invitee_email": "a@b.test", "feature_name": "x"}',
  '"properties": {"invitee_role": 7, "enrichment_employees": "11", "group_id": "acme"}',
  '"properties": {"invitee_email": null, "trial_start_date": 1777532927}',
  '"w": 3',
);
const event = fc
  .tuple(name, user, timestamp, group, properties)
  .map((members) => `{${[...members, untouched].join(', ')}}`);
/** Bodies of the Track API. */
export const trackBody = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(event, {minLength: 1, maxLength: 3}).map((events) => `[${events.join(',\n ')}]`),
  },
  {weight: 1, arbitrary: event},
  {weight: 1, arbitrary: event.map((text) => `\uFEFF[${text}]`)},
  {weight: 1, arbitrary: event.map((text) => `[${text},] // end`)},
);
