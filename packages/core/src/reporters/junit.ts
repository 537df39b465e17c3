import {escapeXml, type Severity} from '../domain';
import {type Finding, listFindings, toTold} from '../judge/list-findings';
import type {Reporter, Verdict} from '../judge/verdict';
import {toSafeText} from './safe-text';
import {count} from './summarize';

/**
 * JUnit as GitLab, Jenkins and Azure read it: one case per event name of a protocol, so that names are unique and the
 * same in the next run. Issues below the severity that fails a run are output of their case; if quiet, they are left
 * out. Those that fail a run never are, since a run that failed must not look like one that passed.
 */
export const junit: Reporter = (verdict, {quiet, failOn = quiet ? 'error' : 'warning'}) => {
  const cases = toCases(verdict, {quiet, failOn});
  const countOf = (result: Result) => cases.filter((each) => toResult(each) === result).length;
  const counts = `tests="${cases.length}" failures="${countOf('failure')}" errors="${countOf('error')}" skipped="${countOf('skipped')}" time="0"`;
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

type Result = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  classname: string;
  name: string;
  /** Those that fail it. */
  findings: Finding[];
  /** Those that do not, without infos. */
  mild: Finding[];
  /** Requests whose events could not be read. */
  unread: number;
}

function toCases(verdict: Verdict, {quiet, failOn}: {quiet: boolean; failOn: Severity}): Case[] {
  const cases = new Map<string, Case>();
  const caseOf = (classname: string, name: string): Case => {
    const key = `${classname}\n${name}`;
    const found = cases.get(key) ?? {classname, name, findings: [], mild: [], unread: 0};
    cases.set(key, found);
    return found;
  };
  for (const {protocol, events, decoded} of verdict.requests) {
    for (const {name, type} of events) caseOf(protocol, toCaseName(name ?? type));
    if (decoded) caseOf(protocol, requestCase);
    else caseOf(protocol, requestCase).unread++;
  }
  for (const finding of listFindings(verdict)) {
    const {severity} = finding.issue;
    const isMild = severities.indexOf(severity) > severities.indexOf(failOn);
    if (isMild && (quiet || severity === 'info')) continue;
    const name = finding.issue.event === null ? requestCase : toCaseName(finding.event);
    const item = caseOf(finding.request?.protocol ?? 'session', name);
    (isMild ? item.mild : item.findings).push(finding);
  }
  return [...cases.values()];
}

/** From the worst one. */
const severities: readonly Severity[] = ['error', 'warning', 'info'];

const requestCase = '(request)';

function toCaseName(event: string | null): string {
  return event === null ? '(event without a name)' : toSafeText(event);
}

/** A body that could not be read was not checked: skipped, or an error if it fails the run. */
function toResult({findings, unread}: Case): Result {
  if (findings.length === 0) return unread > 0 ? 'skipped' : 'passed';
  return unread > 0 ? 'error' : 'failure';
}

function isMissingBody({issue}: Finding): boolean {
  return issue.code === 'missing-body';
}

function toCaseXml(item: Case): string {
  const {classname, name, findings, mild, unread} = item;
  const head = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}" time="0"`;
  const result = toResult(item);
  const output = mild.length === 0 ? '' : `<system-out>${toText(mild)}</system-out>`;
  if (result === 'passed') return output === '' ? `${head}/>` : `${head}>${output}</testcase>`;
  const [first] = findings;
  if (first === undefined) {
    const missing = mild.find(isMissingBody);
    const told = missing?.issue.message ?? `The body of ${count(unread, 'request')} could not be read.`;
    return `${head}><skipped message="${escapeXml(toSafeText(told))}"/>${output}</testcase>`;
  }
  const message = escapeXml(toSafeText(first.issue.message));
  const attributes = `message="${message}" type="${escapeXml(first.issue.code)}"`;
  return `${head}><${result} ${attributes}>${toText(findings)}</${result}>${output}</testcase>`;
}

/** A line for each. */
function toText(findings: readonly Finding[]): string {
  const lines = findings.map(({issue}) =>
    toSafeText(`${issue.severity} ${issue.code} ${issue.pointer}: ${toTold(issue)}`),
  );
  return escapeXml(lines.join('\n'));
}
