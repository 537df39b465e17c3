import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CapturedBody, CapturedRequest} from './capture/captured-request';
import {isBlank} from './checks/placeholders';
import {fieldFacts} from './checks/shape/field-facts';
import {inspectRequest, inspectSession, type RequestParts, requestFromParts} from './inspect-request';
import {toEventSchema} from './protocols/thrivestack/event-rules';
import {standardEvents} from './protocols/thrivestack/standard-events';
import {messageOf} from './testing/message-of';
import {placeholderWords} from './testing/placeholder-words';
import {propertyOptions} from './testing/property-options';

const url = 'https://api.app.thrivestack.ai/api/track';
const sentAt = Date.UTC(2026, 3, 30, 12);

function toRequest(parts: Partial<RequestParts>): CapturedRequest {
  const headers = {'Content-Type': 'application/json', Authorization: 'Bearer token-1'};
  return requestFromParts({url, method: 'POST', headers, body: '[]', startedAt: sentAt, ...parts});
}

function inspectEvents(events: readonly unknown[]) {
  return inspectRequest(toRequest({body: JSON.stringify(events)}));
}

const bytes = fc.uint8Array({maxLength: 400});

/** Texts that come close to JSON: concatenated pieces of batches. */
const almostJson = fc
  .array(
    fc.constantFrom(
      ...'[ ] { } : , " \\ null true 0 -1 1e999 "event_name" "signed_up" "user_id" "timestamp" "properties" "context"'.split(
        ' ',
      ),
      '"__proto__":{"polluted":1}',
      '"group_id":"g"',
      ' ',
      '\uFEFF',
      '\uD800',
      '//c\n',
    ),
    {maxLength: 40},
  )
  .map((pieces) => pieces.join(''));

const header = fc.dictionary(
  fc.constantFrom('content-type', 'content-encoding', 'authorization', 'x-api-key', 'KEY'),
  fc.oneof(
    fc.string(),
    fc.constantFrom('gzip', 'deflate', 'application/json', 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.x'),
  ),
);

const unseen: fc.Arbitrary<CapturedBody> = fc.oneof(
  fc.record({kind: fc.constant('missing' as const), reason: fc.constantFrom('blob', 'file', 'unknown')}),
  bytes.map((cut) => ({kind: 'cut' as const, bytes: Uint8Array.from(cut), reason: 'cut' as const})),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.dictionary(fc.string(), fc.array(fc.string(), {maxLength: 2}), {maxKeys: 3}),
  }),
);

describe('inspectRequest, whatever it is given', () => {
  it('returns', () => {
    const body = fc.oneof(bytes, almostJson, fc.json(), fc.string({unit: 'binary'}));
    fc.assert(
      fc.property(body, header, fc.option(unseen, {freq: 10}), (sent, headers, seen) => {
        const request = toRequest({body: sent, headers, response: {status: 200, body: sent}});
        const inspection = inspectRequest(seen ? {...request, body: seen} : request);
        expect(inspection.protocol).toBe('thrivestack-track');
        expect(inspection.issues.every((issue) => messageOf(issue) !== '')).toBe(true);
        inspectSession([inspection, inspection]);
        expect(Object.keys({})).toEqual([]);
        expect(({} as {polluted?: unknown}).polluted).toBeUndefined();
      }),
      propertyOptions(100_000),
    );
  }, 1_200_000);

  it('returns for any URL and method', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), fc.string(), (anyUrl, method) => {
        expect(inspectRequest(toRequest({url: anyUrl, method})).events).toEqual([]);
      }),
      propertyOptions(20_000),
    );
  }, 600_000);
});

const text = fc.string({unit: 'grapheme', maxLength: 12});
const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/).filter((word) => !placeholderWords.has(word));
const email = fc.emailAddress({size: 'small'});

/** A time up to ten years before the request, in every notation of UTC. */
const time = fc
  .tuple(
    fc.integer({min: sentAt - 10 * 365 * 86_400_000, max: sentAt}),
    fc.constantFrom('Z', '+00:00'),
    fc.stringMatching(/^[0-9]{0,6}$/),
  )
  .map(([instant, zone, digits]) => new Date(instant).toISOString().replace('Z', `${digits}${zone}`));

/** A value of the documented type. */
function toArbitrary(key: string, type: string): fc.Arbitrary<unknown> {
  if (key === 'email' || key.endsWith('_email')) return email;
  switch (type) {
    case 'Integer':
      return fc.integer();
    case 'Number':
      return fc.double({noNaN: true, noDefaultInfinity: true});
    case 'Boolean':
      return fc.boolean();
    case 'Array':
      return fc.array(text, {maxLength: 3});
    case 'Object':
    case 'Object or Array':
      return fc.dictionary(text, text, {maxKeys: 3, noNullPrototype: true});
    case 'Date':
      return time;
    default:
      return text;
  }
}

const propertyTypes = Object.fromEntries(
  Object.entries(standardEvents).map(([name, {properties}]) => [
    name,
    Object.entries(properties()).map(
      ([key, schema]) => [key, String(fieldFacts.get(schema)?.documentedType)] as const,
    ),
  ]),
);

/** An event as documented, with all, some or (if none is expected) none of its properties. */
const validEvent = fc.constantFrom(...Object.keys(standardEvents)).chain((name) => {
  const types = propertyTypes[name] ?? [];
  const properties = fc.record(
    Object.fromEntries(types.map(([key, type]) => [key, toArbitrary(key, type)])),
    {
      requiredKeys: (standardEvents[name]?.expected ?? []).map(([key = '']) => key),
      noNullPrototype: true,
    },
  );
  return fc.record(
    {
      event_name: fc.constant(name),
      user_id: id,
      timestamp: time,
      properties,
      context: fc.record({group_id: id, device_id: id}, {requiredKeys: ['group_id'], noNullPrototype: true}),
    },
    {noNullPrototype: true},
  );
});

/** Ways to break one field, each with the pointer that its issue must have. */
const breaks: readonly {pointer: string; apply(event: Record<string, unknown>): Record<string, unknown>}[] = [
  ...[undefined, '', null, 7, {}, []].flatMap((wrong) => [
    {pointer: '/event_name', apply: (event: Record<string, unknown>) => ({...event, event_name: wrong})},
    {pointer: '/user_id', apply: (event: Record<string, unknown>) => ({...event, user_id: wrong})},
    {
      pointer: '/context/group_id',
      apply: (event: Record<string, unknown>) => ({...event, context: {group_id: wrong}}),
    },
  ]),
  ...[
    undefined,
    '',
    null,
    7,
    '20-11-23T22:28:55.111Z',
    '2026-02-30T00:00:00Z',
    '2031-01-01T00:00:00Z',
    {},
  ].map((wrong) => ({
    pointer: '/timestamp',
    apply: (event: Record<string, unknown>) => ({...event, timestamp: wrong}),
  })),
  ...['', 7, [], null].map((wrong) => ({
    pointer: '/properties',
    apply: (event: Record<string, unknown>) => ({...event, properties: wrong}),
  })),
  ...['', 7, []].map((wrong) => ({
    pointer: '/context',
    apply: (event: Record<string, unknown>) => ({...event, context: wrong}),
  })),
];

describe('a valid batch', () => {
  it('has no error', () => {
    fc.assert(
      fc.property(fc.array(validEvent, {minLength: 1, maxLength: 5}), (events) => {
        const {issues} = inspectEvents(events);
        expect(issues.filter(({severity}) => severity !== 'info')).toEqual([]);
      }),
      propertyOptions(100_000),
    );
  }, 1_200_000);

  it('of which one field is broken has an issue there', () => {
    fc.assert(
      fc.property(
        fc.array(validEvent, {maxLength: 3}),
        validEvent,
        fc.constantFrom(...breaks),
        (events, event, broken) => {
          const {issues} = inspectEvents([...events, broken.apply(event)]);
          expect(issues.map(({event: index, pointer}) => [index, pointer])).toContainEqual([
            events.length,
            broken.pointer,
          ]);
          expect(
            issues.filter(({severity, event: index}) => severity !== 'info' && index !== events.length),
          ).toEqual([]);
        },
      ),
      propertyOptions(100_000),
    );
  }, 1_200_000);

  it('of which one property has another type has an issue there', () => {
    const broken = validEvent.chain((event) => {
      const types = (propertyTypes[event.event_name] ?? []).filter(([, type]) => type !== 'Date');
      return fc.record({event: fc.constant(event), field: fc.constantFrom(...types)});
    });
    fc.assert(
      fc.property(broken, ({event, field: [key, type]}) => {
        const wrong = type.includes('Object') || type === 'Array' ? 7 : {not: 'this'};
        const {issues} = inspectEvents([{...event, properties: {...event.properties, [key]: wrong}}]);
        const pointer = `/properties/${key}`;
        const errors = issues.filter(({severity}) => severity === 'error');
        expect(errors).toMatchObject([{code: 'wrong-type', event: 0, pointer}]);
      }),
      propertyOptions(50_000),
    );
  }, 1_200_000);
});

describe('the quick way over whole batches', () => {
  it('reports a wrong type exactly where zod would refuse the event', () => {
    fc.assert(
      fc.property(
        validEvent,
        fc.jsonValue(),
        fc.constantFrom('properties', 'context', 'user_id'),
        (event, value, key) => {
          // The schema accepts a blank text; the rule that reports it has its own test.
          fc.pre(typeof value !== 'string' || value === '' || !isBlank(value));
          const changed = {...event, [key]: value};
          const accepts = toEventSchema(standardEvents[event.event_name] ?? null).safeParse(changed).success;
          const faults = inspectEvents([changed]).issues.filter(({code}) => shapeCodes.has(code));
          expect(faults.length === 0).toBe(accepts);
        },
      ),
      propertyOptions(20_000),
    );
  }, 1_200_000);
});

const shapeCodes: ReadonlySet<string> = new Set([
  'wrong-type',
  'missing-user-id',
  'missing-group-id',
  'missing-event-name',
]);
