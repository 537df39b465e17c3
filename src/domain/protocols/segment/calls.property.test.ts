import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findPlaceholder, isBlank} from '../../checks/placeholders';
import {inspectRequest, inspectSession, requestFromParts} from '../../inspect-request';
import {messageOf} from '../../testing/message-of';
import {placeholderWords} from '../../testing/placeholder-words';
import {propertyOptions} from '../../testing/property-options';
import type {Inspection} from '../../verdict/inspection';
import {isIssueOf} from '../../verdict/issue';

const sentAt = Date.UTC(2026, 3, 30, 12);
const vendors = ['https://api.segment.io/v1', 'https://analyze.journy.io/backend/v1'];

function inspect(body: string, address: string): Inspection {
  const headers = {authorization: 'Basic a2V5Og=='};
  return inspectRequest(
    requestFromParts({url: address, method: 'POST', headers, body, startedAt: new Date(sentAt)}),
  );
}

const id = fc.stringMatching(/^[a-z]{2}[a-z0-9-]{0,20}$/);
const text = fc.string({unit: 'grapheme', maxLength: 12});
const time = fc.integer({min: Date.UTC(2010, 0, 1), max: sentAt}).map((at) => new Date(at).toISOString());

/** A name that is present and not a placeholder. */
const name = fc.string({minLength: 1}).filter((word) => !isBlank(word) && findPlaceholder(word) === null);

/** Each reserved trait in one of the possible spellings of its name. */
function named(name: string): fc.Arbitrary<string> {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return fc.constantFrom(name, snake, name.toLowerCase(), name.toUpperCase());
}

const reserved: Record<string, fc.Arbitrary<unknown>> = {
  ...Object.fromEntries(
    'avatar description id industry name phone website plan'.split(' ').map((name) => [name, text]),
  ),
  email: fc.emailAddress({size: 'small'}),
  employees: fc.oneof(fc.nat(), fc.nat().map(String)),
  createdAt: time,
  address: fc.record({city: text, postalCode: fc.oneof(text, fc.nat())}, {requiredKeys: []}),
};

const traits = fc
  .tuple(
    ...Object.entries(reserved).map(([name, value]) => fc.option(fc.tuple(named(name), value), {nil: null})),
  )
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)));

const common = {userId: id, timestamp: time, messageId: id};
const properties = fc.dictionary(text, fc.jsonValue(), {maxKeys: 3});
const call = fc.oneof(
  fc.record({type: fc.constant('group'), groupId: id, traits, ...common}),
  fc.record({type: fc.constant('track'), event: name, properties, ...common}),
  fc.record({type: fc.constantFrom('page', 'screen'), name: text, properties, ...common}),
  fc.record({type: fc.constant('identify'), traits: properties, ...common}),
  fc.record({type: fc.constant('alias'), previousId: id, ...common}),
);

describe('calls of Segment and journy.io', () => {
  it('have no error where they are valid', () => {
    fc.assert(
      fc.property(
        fc.array(call, {minLength: 1, maxLength: 5}),
        fc.constantFrom(...vendors),
        (batch, vendor) => {
          const {issues} = inspect(JSON.stringify({batch}), `${vendor}/batch`);
          const graver = issues.filter(
            (issue) =>
              issue.severity !== 'info' &&
              !(isIssueOf(issue, 'placeholder-id') && placeholderWords.has(issue.params.id)),
          );
          expect(graver).toEqual([]);
        },
      ),
      propertyOptions(20_000),
    );
  }, 600_000);

  it('have an issue at the very field that is broken', () => {
    const field = fc.constantFrom(
      ...'type userId messageId timestamp groupId traits context integrations'.split(' '),
      ...Object.keys(reserved).map((name) => `traits/${name}`),
    );
    // Not a documented type, and no time.
    const broken = fc.constantFrom(true, [1]);
    const valid = fc.record({type: fc.constant('group'), groupId: id, traits, ...common});
    fc.assert(
      fc.property(valid, field, broken, fc.constantFrom(...vendors), (base, path, value, vendor) => {
        const [outer = '', inner] = path.split('/');
        const changed = {...base, [outer]: inner === undefined ? value : {[inner]: value}};
        const {issues} = inspect(JSON.stringify({batch: [changed]}), `${vendor}/batch`);
        expect(issues.map(({pointer}) => pointer)).toContain(`/${path}`);
      }),
      propertyOptions(20_000),
    );
  }, 600_000);

  it('are judged in any shape, alone and in a session', () => {
    const body = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({batch: value})),
      fc
        .array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({type: fc.jsonValue(), context: fc.jsonValue(), traits: fc.jsonValue()}),
          ),
          {maxLength: 4},
        )
        .map((batch) => JSON.stringify({batch, sentAt: 3})),
    );
    const path = fc.constantFrom('batch', 'b', 'g', 't', 'group');
    fc.assert(
      fc.property(body, path, fc.constantFrom(...vendors), (sent, last, vendor) => {
        const inspection = inspect(sent, `${vendor}/${last}`);
        expect(inspection.protocol).not.toBeNull();
        expect(inspection.issues.every((issue) => messageOf(issue).endsWith('.'))).toBe(true);
        expect(inspectSession([inspection, inspection]).every(({requestId}) => requestId !== undefined)).toBe(
          true,
        );
      }),
      propertyOptions(50_000),
    );
  }, 600_000);
});
