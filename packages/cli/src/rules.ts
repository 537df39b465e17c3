import {type Rule, ruleCatalogue, showSource, toSourceLink} from '@track-inspector/core';
import {InputError} from './input-error';

/** All rules, a line each: severity, code, title. */
export function listRules(): string {
  return Object.entries<Rule>(ruleCatalogue)
    .map(([code, {severity, title}]) => `${severity.padEnd(7)}  ${code.padEnd(28)}  ${title}\n`)
    .join('');
}

/** What a rule asks, why, and which document says so. Throws an `InputError` for a code that no rule has. */
export function explainRule(code: string): string {
  const rule = Object.entries<Rule>(ruleCatalogue).find(([known]) => known === code)?.[1];
  if (rule === undefined) {
    throw new InputError(`"${code}" is not a known rule. "track-inspector rules" lists them all.`);
  }
  const link = toSourceLink(rule.source);
  const lines = [
    `${code} (${rule.severity})`,
    rule.title,
    '',
    rule.reason,
    ...(rule.milder === undefined ? [] : ['', `Exception: ${rule.milder}`]),
    '',
    `Source: ${showSource(rule.source)}${link === null ? '' : ` ${link}`}`,
  ];
  return `${lines.join('\n')}\n`;
}
