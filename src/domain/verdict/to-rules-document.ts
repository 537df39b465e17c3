import type {RulePair} from '../testing/examples/example';
import {documents} from './documents';
import type {Rule} from './rule';

/** RULES.md: every rule with its reason, its source and its examples. A test holds the file equal to this. */
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

Track Inspector judges every event by ${count} rules. Each has a code that stays the same, a severity that you can change
or switch off in the settings, and the document that it comes from. An *error* breaks what a document says; a *warning*
is likely to hurt; *information* is worth knowing. What the browser did not show is not judged.

This file is written from the rule catalogue in \`src/domain/verdict\`; the tests hold it true, and run every example.

The sources are the vendors' public documents. Five of them are named by number:
${Object.entries(documents)
  .map(([name, title]) => `${name} is ${title}`)
  .join('; ')}.`;
}

function toTable(catalogue: Readonly<Record<string, Rule>>): string {
  const rows = Object.entries(catalogue).map(
    ([code, {severity, title}]) => `| [\`${code}\`](#${code}) | ${severity} | ${title} |`,
  );
  return ['| code | severity | what is wrong |', '|---|---|---|', ...rows].join('\n');
}

function toSection(code: string, rule: Rule, pair: RulePair | undefined): string {
  const severity = rule.milder ? `${rule.severity}; ${rule.milder}` : rule.severity;
  return [
    `## ${code}`,
    `**${rule.title}.** ${rule.reason}`,
    [
      `- Severity: ${severity}`,
      `- Source: ${rule.source}`,
      ...(pair ? [`- Right: ${toCode(pair.good.shown)}`, `- Wrong: ${toCode(pair.bad.shown)}`] : []),
    ].join('\n'),
  ].join('\n\n');
}

/** Inline code that may hold backticks itself. */
function toCode(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return text === '' ? 'nothing' : `${fence}${text}${fence}`;
}
