import {type Finding, listFindings, toTold} from '../judge/list-findings';
import type {Reporter} from '../judge/verdict';
import {toSafeText} from './safe-text';

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const;

/**
 * Annotations as documented by GitHub (workflow commands). A step shows ten errors and ten warnings, so there is one
 * per rule. The recording is not in the repository, so annotations have no file.
 */
export const github: Reporter = (verdict, {quiet}) => {
  const byRule = new Map<string, Finding[]>();
  for (const finding of listFindings(verdict, quiet)) {
    const key = `${finding.issue.severity} ${finding.issue.code}`;
    byRule.set(key, [...(byRule.get(key) ?? []), finding]);
  }
  return [...byRule.values()].map(toCommand).join('');
};

function toCommand(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const {issue, event} = first;
  const place = [event ?? '', issue.pointer].filter((part) => part !== '').join(' ');
  const more = findings.length === 1 ? '' : ` (and ${findings.length - 1} more of this rule)`;
  const text = `${place === '' ? '' : `${place}: `}${toTold(issue)}${more}`;
  return `::${commands[issue.severity]} title=${escapeProperty(issue.code)}::${escapeData(toSafeText(text))}\n`;
}

/** Escapes like @actions/core does. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
