import {toCodeSpan} from '../domain';
import {listFindings, toTold} from '../judge/list-findings';
import type {Reporter} from '../judge/verdict';
import {toSafeText} from './safe-text';
import {summarize} from './summarize';

/** For a step summary or a comment: a table; captured text is in code and stays inert. */
export const markdown: Reporter = (verdict, {quiet}) => {
  const inert = (text: string) => toCodeSpan(toSafeText(text));
  const rows = listFindings(verdict, quiet).map(({issue, request, event}) =>
    [
      issue.severity,
      inert(issue.code),
      inert(event ?? (issue.event === null ? 'request' : `event ${issue.event + 1}`)),
      inert(issue.pointer),
      inert(toTold(issue)),
      inert(request ? `${request.method} ${request.url}` : ''),
    ].join(' | '),
  );
  const table = [
    '| Severity | Rule | Event | Pointer | Issue | Request |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const lines = rows.length === 0 ? [] : ['', ...table, ...rows.map((row) => `| ${row} |`)];
  return ['## Track Inspector', '', `${summarize(verdict)}.`, ...lines, ''].join('\n');
};
