import type {RulePair} from '../testing/examples/example';
import type {Rule} from './rule';
import {type Source, showSource, toSourceLink} from './source';

/** RULES.md: every rule with its reason, its source and its examples. A test ensures that the file is equal to this. */
export function toRulesDocument(
  catalogue: Readonly<Record<string, Rule>>,
  examples: Readonly<Record<string, RulePair>>,
): string {
  const codes = Object.keys(catalogue);
  const sections = Object.entries(catalogue).map(([code, rule]) => toSection(code, rule, examples[code]));
  return `${[intro(codes.length), toTable(catalogue), ...sections].join('\n\n')}\n`;
}

function intro(count: number): string {
  return `# Rules

Track Inspector checks every event against ${count} rules. Each rule has a code that stays the same, a severity that you can
change or turn off in the settings, and the document that it comes from. An *error* breaks what a document says; a *warning*
is likely to cause harm; *information* is worth knowing. What the browser did not show is not checked. Rules whose code
starts with \`plan/\` need a tracking plan of yours. A rule with the source "Track Inspector check" is not from a document:
its reason says why it is there.

This file is generated from the rule catalogue in \`src/domain/verdict\`. The tests keep it up to date, and run every example.`;
}

function toTable(catalogue: Readonly<Record<string, Rule>>): string {
  const rows = Object.entries(catalogue).map(
    ([code, {severity, title}]) => `| [\`${code}\`](#${toAnchor(code)}) | ${severity} | ${title} |`,
  );
  return ['| code | severity | what is wrong |', '|---|---|---|', ...rows].join('\n');
}

function toSection(code: string, rule: Rule, pair: RulePair | undefined): string {
  const notes = [rule.milder, rule.isFixed && 'it cannot be turned off'];
  const severity = [rule.severity, ...notes.filter(Boolean)].join('; ');
  return [
    `## ${code}`,
    `**${rule.title}.** ${rule.reason}`,
    [
      `- Severity: ${severity}`,
      `- Source: ${[rule.source, ...(rule.alsoIn ?? [])].map(toLink).join('; ')}`,
      ...(pair ? [`- Right: ${toCode(pair.good.shown)}`, `- Wrong: ${toCode(pair.bad.shown)}`] : []),
    ].join('\n'),
  ].join('\n\n');
}

/** The anchor that GitHub creates for a heading. */
function toAnchor(code: string): string {
  return code.replaceAll('/', '');
}

function toLink(source: Source): string {
  const url = toSourceLink(source);
  return url === null ? showSource(source) : `[${showSource(source)}](${url})`;
}

/** Inline code that may contain backticks. */
function toCode(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return text === '' ? 'nothing' : `${fence}${text}${fence}`;
}
