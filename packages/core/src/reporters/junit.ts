import {escapeXml} from '../domain';
import {type Finding, listFindings} from '../judge/list-findings';
import type {Reporter, Verdict} from '../judge/verdict';
import {toSafeText} from './safe-text';

/**
 * JUnit as GitLab, Jenkins and Azure read it: one case an event name of a protocol, so that names are unique and the
 * same in the next run. Failures are issues from warning up; an info fails no case.
 */
export const junit: Reporter = (verdict, {quiet}) => {
  const cases = toCases(verdict, quiet);
  const failures = cases.filter(({findings}) => findings.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="Track Inspector" ${counts}>`,
    ...cases.map(toCaseXml),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

interface Case {
  classname: string;
  name: string;
  findings: Finding[];
}

function toCases(verdict: Verdict, quiet: boolean): Case[] {
  const cases = new Map<string, Case>();
  const caseOf = (classname: string, name: string): Case => {
    const key = `${classname}\n${name}`;
    const found = cases.get(key) ?? {classname, name, findings: []};
    cases.set(key, found);
    return found;
  };
  for (const {protocol, events} of verdict.requests) {
    for (const {name, type} of events) caseOf(protocol, toCaseName(name ?? type));
    caseOf(protocol, requestCase);
  }
  for (const finding of listFindings(verdict, quiet)) {
    if (finding.issue.severity === 'info') continue;
    const name = finding.issue.event === null ? requestCase : toCaseName(finding.event);
    caseOf(finding.request?.protocol ?? 'session', name).findings.push(finding);
  }
  return [...cases.values()];
}

const requestCase = '(request)';

function toCaseName(event: string | null): string {
  return event === null ? '(event without a name)' : toSafeText(event);
}

function toCaseXml({classname, name, findings}: Case): string {
  const head = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}" time="0"`;
  const [first] = findings;
  if (first === undefined) return `${head}/>`;
  const text = findings.map(({issue}) =>
    toSafeText(`${issue.severity} ${issue.code} ${issue.pointer}: ${issue.message}`),
  );
  const message = escapeXml(toSafeText(first.issue.message));
  return `${head}><failure message="${message}" type="${escapeXml(first.issue.code)}">${escapeXml(text.join('\n'))}</failure></testcase>`;
}
