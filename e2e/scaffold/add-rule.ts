import {type Sources, toCamelCase} from './edit-source';

/** Files of the catalogue that contain rules for single ThriveStack events. */
export const ruleTopics = ['event', 'group', 'timestamp'] as const;

export interface NewRule {
  /** `session-length`. */
  code: string;
  title: string;
  topic: (typeof ruleTopics)[number];
}

/** Adds a rule in its four places. Its check does not find anything yet, so its example fails until the check is written. */
export function addRule(sources: Sources, {code, title, topic}: NewRule): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    throw new Error(`${code} is not a code such as session-length.`);
  const rules = `src/domain/verdict/rules/${topic}-rules.ts`;
  if (sources.has(rules, `'${code}': {`)) throw new Error(`${code} is in ${rules} already.`);
  sources.insert(rules, {
    start: `export const ${topic}Rules = {`,
    anchor: '} as const satisfies',
    text: `  '${code}': {
    severity: 'warning',
    title: ${JSON.stringify(title)},
    reason: 'Say why it matters, and which document says so.',
    source: ownCheck,
  },
`,
  });
  if (!sources.has(rules, 'ownCheck')) throw new Error(`${rules} does not import ownCheck.`);
  sources.insert(`src/domain/verdict/describe/${topic}-words.ts`, {
    start: `export const ${topic}Words = {`,
    anchor: '} as const satisfies',
    text: `  '${code}': ({value}: {value: unknown}) => ({
    message: 'Say what is wrong. Say what to do.',
    expected: 'what is right',
    found: showValue(value),
  }),
`,
  });
  sources.insert('src/domain/testing/examples/event-examples.ts', {
    start: `export const ${topic}Examples`,
    anchor: '\n};',
    text: `\n  '${code}': {good, bad: event({properties: {}})},`,
  });
  addCheck(sources, code, title);
}

function addCheck(sources: Sources, code: string, title: string): void {
  const check = `check${toCamelCase(code, true)}`;
  sources.create(
    `src/domain/protocols/thrivestack/checks/check-${code}.ts`,
    `import type {DecodedEvent} from '../../../verdict/inspection';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';

/** Reports: ${title}. */
export function ${check}({index, value}: DecodedEvent, add: AddIssue): void {
  if (isRight(value)) return;
  add(toIssue('${code}', {event: index, pointer: '', params: {value}}));
}

/** Write here what the rule accepts. */
function isRight(value: DecodedEvent['value']): boolean {
  return value !== undefined;
}
`,
  );
  const place = 'src/domain/protocols/thrivestack/checks/check-event.ts';
  sources.insert(place, {
    start: "import {checkProperties} from './check-properties';\n",
    anchor: 'import ',
    text: `import {${check}} from './check-${code}';\n`,
  });
  sources.insert(place, {
    start: 'export function checkEvent',
    anchor: '\n}',
    text: `\n  ${check}(event, add);`,
  });
}
