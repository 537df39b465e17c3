import {type Rule, ruleCatalogue, showSource, toSourceLink} from '@track-inspector/core';
import type {CAC} from 'cac';
import {InputError} from '../../../node/src/input-error';
import type {Io} from '../io';

/** `rules` and `explain`. */
export function defineRules(cli: CAC, io: Io): void {
  cli.command('rules', 'List all rules').action(() => {
    io.out(listRules());
    return 0;
  });
  cli.command('explain <rule>', 'Explain a rule').action((code: string) => {
    io.out(explainRule(code));
    return 0;
  });
}

/** All rules, one per line: severity, code, title. */
function listRules(): string {
  return Object.entries<Rule>(ruleCatalogue)
    .map(([code, {severity, title}]) => `${severity.padEnd(7)}  ${code.padEnd(28)}  ${title}\n`)
    .join('');
}

/** What a rule checks, why, and which document it comes from. Throws an `InputError` for an unknown code. */
function explainRule(code: string): string {
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
