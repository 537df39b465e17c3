import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import type {Issue} from '../../verdict/issue';
import type {FixCode} from './fix-code';
import type {FixContext} from './quick-fix';
import {applyFix, fixAllOfKind, proposeFixes} from './quick-fixes';

/** Text that fixes must not change. */
const untouched = '"n": 12345678901234567890, "n": 1e400, "z" : -0';

function toContext(text: string, more: Partial<FixContext> = {}): FixContext {
  let value: JsonValue | undefined;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // Text that is not JSON has different fixes.
    value = undefined;
  }
  const count = Array.isArray(value) ? value.length : 0;
  return {
    text,
    value,
    events: count > 0 ? Array.from({length: count}, (_, index) => ({pointer: `/${index}`})) : [{pointer: ''}],
    now: '2026-04-30T07:08:47.079Z',
    newUuid: () => 'uuid-1',
    sessionGroups: ['acme', 'globex', 'acme'],
    ...more,
  };
}

function toIssue(code: FixCode, pointer: string, more: Partial<Issue> = {}): Issue {
  return {
    code: 'bad-timestamp',
    severity: 'error',
    event: 0,
    pointer,
    params: {value: '', kind: 'empty', facts: {}},
    source: {document: 'Test'},
    fixes: [code],
    ...more,
  };
}

/** The texts of `[{…, untouched}]` after each fix of one issue. */
function fix(code: FixCode, pointer: string, members: string, more: Partial<Issue> = {}): string[] {
  const text = `[{${members}, ${untouched}}]`;
  const context = toContext(text);
  return proposeFixes(toIssue(code, pointer, more), context).map((proposal) => {
    const fixed = applyFix(text, proposal);
    expect(fixed).toContain(untouched);
    expect(proposal.title).not.toBe('');
    expect(proposal.preview.before).not.toBe(proposal.preview.after);
    return fixed.replace(`, ${untouched}`, '').slice(2, -2);
  });
}

describe('moving a group ID', () => {
  it('takes it from the place that the issue names, not from a placeholder before it', () => {
    const issue: Issue<'missing-group-id'> = {
      code: 'missing-group-id',
      severity: 'error',
      event: 0,
      pointer: '/context/group_id',
      params: {value: undefined, elsewhere: '/groupId', name: null},
      source: {document: 'Test'},
      fixes: ['move-group-id'],
    };
    const text = '[{"group_id": "undefined", "groupId": "g", "context": {}}]';
    expect(proposeFixes(issue, toContext(text)).map((proposal) => applyFix(text, proposal))).toEqual([
      '[{"group_id": "undefined", "context": {"group_id": "g"}}]',
    ]);
  });
});

describe('proposeFixes', () => {
  it.each<[FixCode, string, string, string[]]>([
    [
      'timestamp-to-utc',
      '/timestamp',
      '"timestamp": "2026-04-30T07:08:47.079000+05:30"',
      ['"timestamp": "2026-04-30T01:38:47.079000Z"'],
    ],
    [
      'timestamp-to-utc',
      '/timestamp',
      '"timestamp":  "20260430T070847Z"',
      ['"timestamp":  "2026-04-30T07:08:47Z"'],
    ],
    ...[
      ' 2026-04-30T07:08:47.079000Z',
      '2026-04-30T09:08:47.079000+02:00[Europe/Paris]',
      '2026-04-30 07:08:47.079000 UTC',
      '2026-04-30 09:08:47.079000 +0200',
    ].map((text): [FixCode, string, string, string[]] => [
      'timestamp-to-utc',
      '/timestamp',
      `"timestamp": "${text}"`,
      ['"timestamp": "2026-04-30T07:08:47.079000Z"'],
    ]),
    [
      'timestamp-from-epoch',
      '/timestamp',
      '"timestamp": 1.777532927079e12',
      ['"timestamp": "2026-04-30T07:08:47.079Z"'],
    ],
    ['timestamp-to-utc', '/timestamp', '"timestamp": "soon"', []],
    [
      'timestamp-from-epoch',
      '/timestamp',
      '"timestamp": 1777532927',
      ['"timestamp": "2026-04-30T07:08:47Z"'],
    ],
    [
      'timestamp-from-epoch',
      '/timestamp',
      '"timestamp": "1777532927079"',
      ['"timestamp": "2026-04-30T07:08:47.079Z"'],
    ],
    [
      'timestamp-from-epoch',
      '/timestamp',
      '"timestamp": 1777532927079123456',
      ['"timestamp": "2026-04-30T07:08:47.079123456Z"'],
    ],
    [
      'timestamp-assume-utc',
      '/timestamp',
      '"timestamp": "2026-04-30 07:08:47"',
      ['"timestamp": "2026-04-30T07:08:47Z"'],
    ],
    [
      'timestamp-year-first',
      '/timestamp',
      '"timestamp": "20-11-23T22:28:55.111Z"',
      ['"timestamp": "2020-11-23T22:28:55.111Z"'],
    ],
    [
      'timestamp-day-first',
      '/timestamp',
      '"timestamp": "20-11-23T22:28:55.111Z"',
      ['"timestamp": "2023-11-20T22:28:55.111Z"'],
    ],
    ['timestamp-year-first', '/timestamp', '"timestamp": "20-13-23T22:28:55Z"', []],
    ['timestamp-now', '/timestamp', '"timestamp": null', ['"timestamp": "2026-04-30T07:08:47.079Z"']],
    ['rename-legacy-event', '/event_name', '"event": "signed_up"', ['"event_name": "signed_up"']],
    [
      'rename-legacy-event',
      '/event_name',
      '"event_name": null, "event": "signed_\\u0075p"',
      ['"event_name": "signed_\\u0075p"'],
    ],
    [
      'move-group-id',
      '/context/group_id',
      '"group_id": "a\\u0062", "context": {}',
      ['"context": {"group_id": "a\\u0062"}'],
    ],
    [
      'move-group-id',
      '/group_id',
      '"group_id": "g", "user_id": "u"',
      ['"user_id": "u", "context": {"group_id": "g"}'],
    ],
    [
      'move-group-id',
      '/context/groupId',
      '"context": {"a": 1, "groupId": "g"}',
      ['"context": {"a": 1, "group_id": "g"}'],
    ],
    [
      'move-group-id',
      '/context/group_id',
      '"context": {"group_id": null}, "properties": {"group_id": 12345678901234567890}',
      ['"context": {"group_id": "12345678901234567890"}, "properties": {}'],
    ],
    [
      'move-group-id',
      '/context/group_id',
      '"context": null, "groupId": "g"',
      ['"context": {"group_id": "g"}'],
    ],
    ['move-group-id', '/context/group_id', '"context": {}', []],
    [
      'add-group-id',
      '/context/group_id',
      '"context": {"a": 1}',
      ['"context": {"a": 1, "group_id": "acme"}', '"context": {"a": 1, "group_id": "globex"}'],
    ],
    [
      'add-group-id',
      '/context/group_id',
      '"context": {"group_id": ""}',
      ['"context": {"group_id": "acme"}', '"context": {"group_id": "globex"}'],
    ],
    [
      'string-to-number',
      '/properties/a',
      '"properties": {"a": "12345678901234567890"}',
      ['"properties": {"a": 12345678901234567890}'],
    ],
    ['string-to-number', '/properties/a', '"properties": {"a": "1.50"}', ['"properties": {"a": 1.50}']],
    ['string-to-number', '/properties/a', '"properties": {"a": "007"}', []],
    ['string-to-number', '/properties/a', '"properties": {"a": " 7"}', []],
    [
      'number-to-string',
      '/properties/a',
      '"properties": {"a": 12345678901234567890}',
      ['"properties": {"a": "12345678901234567890"}'],
    ],
    ['number-to-string', '/properties/a', '"properties": {"a": -0}', ['"properties": {"a": "-0"}']],
    ['remove-property', '/properties/a', '"properties": {"b": 1, "a": null}', ['"properties": {"b": 1}']],
    ['remove-property', '/properties/x~1y', '"properties": {"x/y": "", "b": 1}', ['"properties": {"b": 1}']],
    ['regenerate-message-id', '/messageId', '"messageId": "old"', ['"messageId": "uuid-1"']],
    ['regenerate-message-id', '', '"type": "group"', ['"type": "group", "messageId": "uuid-1"']],
    ['split-batch', '', '"a": 1', []],
  ])('%s at %s turns {%s} into %j', (code, pointer, members, fixed) => {
    // New members are added after the part that must not change.
    expect(fix(code, pointer, members)).toEqual(fixed);
  });

  it('adds a missing timestamp behind the last member', () => {
    expect(fix('timestamp-now', '/timestamp', '"user_id": "u"')).toEqual([
      '"user_id": "u", "timestamp": "2026-04-30T07:08:47.079Z"',
    ]);
  });

  it('changes a name to the one that the issue suggests', () => {
    const near: Partial<Issue> = {suggestion: {kind: 'set', value: 'signed_up'}};
    expect(fix('rename-event-name', '/event_name', '"event_name": "Signed_Up"', near)).toEqual([
      '"event_name": "signed_up"',
    ]);
    expect(fix('rename-event-name', '/event_name', '"event_name": "something_else"')).toEqual([]);
  });

  it('renames to the name that the issue suggests', () => {
    const members = '"properties": {"first name": "A", "b":2}';
    expect(
      fix('rename-property', '/properties/first name', members, {
        suggestion: {kind: 'rename', to: 'first_name'},
      }),
    ).toEqual(['"properties": {"first_name": "A", "b":2}']);
  });

  it('wraps a bare object and leaves everything inside', () => {
    const text = ` {${untouched}}\n`;
    const [proposal] = proposeFixes(toIssue('wrap-in-array', '', {event: null}), toContext(text));
    expect(proposal && applyFix(text, proposal)).toBe(` [{${untouched}}]\n`);
  });

  it.each<[FixCode, string, string]>([
    ['remove-trailing-comma', `[{${untouched},},]`, `[{${untouched}}]`],
    ['remove-trailing-comma', `{${untouched}, "c": "a,]", // gone,\n}`, `{${untouched}, "c": "a,]"\n}`],
    ['remove-comments', `{\n  // a "comment"\n  ${untouched} /* two */\n}`, `{\n  ${untouched}\n}`],
    [
      'remove-comments',
      `{"u": "http://x/*y*/", ${untouched}} // end`,
      `{"u": "http://x/*y*/", ${untouched}}`,
    ],
    ['remove-byte-order-mark', `\uFEFF{${untouched}}`, `{${untouched}}`],
  ])('%s mends text that does not parse', (code, text, fixed) => {
    const [proposal] = proposeFixes(toIssue(code, '', {event: null}), toContext(text));
    expect(proposal && applyFix(text, proposal)).toBe(fixed);
  });

  it('has nothing for an event that is not there any more', () => {
    expect(proposeFixes(toIssue('timestamp-now', '/timestamp', {event: 7}), toContext('[{}]'))).toEqual([]);
  });
});

describe('fixAllOfKind', () => {
  it('mends every event in one go, each place once, and touches nothing else', () => {
    const event = (time: string) => `{"timestamp": ${time}, ${untouched}}`;
    const text = `[${event('"20-11-23T22:28:55.111Z"')},\n ${event('"21-11-23T22:28:55Z"')},${event('"x"')}]`;
    const code = 'timestamp-year-first';
    const issues = [0, 1, 1, 2].map((index) => toIssue(code, '/timestamp', {event: index}));
    const all = fixAllOfKind(issues, code, toContext(text));
    expect(all && applyFix(text, all)).toBe(
      `[${event('"2020-11-23T22:28:55.111Z"')},\n ${event('"2021-11-23T22:28:55Z"')},${event('"x"')}]`,
    );
  });

  it('gives every event the account that was chosen', () => {
    const text = '[{"a":1},{"context":{}}]';
    const issues = [0, 1].map((event) => toIssue('add-group-id', '/context/group_id', {event}));
    const all = fixAllOfKind(issues, 'add-group-id', toContext(text), 'globex');
    expect(all && applyFix(text, all)).toBe(
      '[{"a":1,"context":{"group_id": "globex"}},{"context":{"group_id":"globex"}}]',
    );
  });

  it('gives every event a messageId of its own', () => {
    let count = 0;
    const context = toContext('[{"messageId":"a"},{"messageId":"a"}]', {newUuid: () => `uuid-${++count}`});
    const issues = [0, 1].map((event) => toIssue('regenerate-message-id', '/messageId', {event}));
    const all = fixAllOfKind(issues, 'regenerate-message-id', context);
    expect(all && applyFix(context.text, all)).toBe('[{"messageId":"uuid-1"},{"messageId":"uuid-2"}]');
  });

  /** Of plans that contradict each other the first is followed; the places are inside `properties`. */
  const set = (value: JsonValue) => ({suggestion: {kind: 'set', value}}) as const;
  const rename = (to: string) => ({suggestion: {kind: 'rename', to}}) as const;
  it.each<[FixCode, string, [string, Partial<Issue>][], string]>([
    [
      'set-planned-value',
      '{"a":0,"b":0}',
      [
        ['/a', set(1)],
        ['/a', set(2)],
        ['/b', set(3)],
      ],
      '{"a":1,"b":3}',
    ],
    [
      'set-planned-value',
      '{"a":{"b":0}}',
      [
        ['/a/b', set(1)],
        ['/a', set(2)],
      ],
      '{"a":2}',
    ],
    [
      'add-planned-value',
      '',
      [
        ['/a', set(1)],
        ['/a', set(2)],
        ['/b', set(3)],
      ],
      '{"a": 1, "b": 3}',
    ],
    [
      'add-planned-value',
      '{}',
      [
        ['/a', set({b: 1})],
        ['/a', set(2)],
        ['/a/c', set(3)],
      ],
      '{"a":{"b":1, "c": 3}}',
    ],
    [
      'rename-property',
      '{"a":0,"b":0}',
      [
        ['/a', rename('c')],
        ['/a', rename('d')],
        ['/b', rename('d')],
      ],
      '{"c":0,"d":0}',
    ],
    [
      'rename-property',
      '{"a":0,"b":0}',
      [
        ['/a', rename('c')],
        ['/b', rename('c')],
      ],
      '{"c":0,"b":0}',
    ],
    [
      'rename-property',
      '{"a":{"b":0}}',
      [
        ['/a/b', rename('d')],
        ['/a', rename('c')],
      ],
      '{"c":{"d":0}}',
    ],
    [
      'remove-property',
      '{"a":{"b":{"c":0}},"ab":0}',
      [
        ['/a/b/c', {}],
        ['/a', {}],
        ['/a/b', {}],
      ],
      '{"ab":0}',
    ],
    [
      'remove-property',
      '{"":{"":0},"a/b":0}',
      [
        ['//', {}],
        ['/', {}],
        ['/a~1b', {}],
      ],
      '{}',
    ],
  ])('does what is possible of each %s in %j', (code, held, asked, expected) => {
    const context = toContext(`[{${held === '' ? '' : `"properties":${held}`}}]`);
    const issues = asked.map(([place, more]) => toIssue(code, `/properties${place}`, more));
    const all = fixAllOfKind(issues, code, context);
    expect(all && applyFix(context.text, all)).toBe(`[{"properties":${expected}}]`);
  });

  it('is null where there is nothing to mend', () => {
    expect(fixAllOfKind([], 'timestamp-now', toContext('[]'))).toBeNull();
  });

  it('mends a thousand events of a 2 MB batch in one pass', () => {
    const filler = 'x'.repeat(2000);
    const text = `[${Array.from({length: 1000}, () => `{"event":"e","f":"${filler}"}`).join()}]`;
    const issues = Array.from({length: 1000}, (_, event) =>
      toIssue('rename-legacy-event', '/event_name', {event}),
    );
    const all = fixAllOfKind(issues, 'rename-legacy-event', toContext(text));
    expect(all && applyFix(text, all)).toBe(text.replaceAll('"event":', '"event_name":'));
  });
});
