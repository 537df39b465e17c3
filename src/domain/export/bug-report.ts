import type {Outcome} from '../capture/captured-request';
import {toIsoTime} from '../capture/captured-time';
import {locate} from '../json/locate';
import {maskText} from '../secrets/mask-text';
import {maskUrl} from '../secrets/url-secrets';
import {createWordMasks} from '../secrets/word-mask';
import {describeIssue} from '../verdict/describe/describe-issue';
import {toEventLabel} from '../verdict/event-label';
import type {Issue} from '../verdict/issue';
import {type Source, showSource, toSourceLink} from '../verdict/source';
import {toBodyJson} from './body-json';
import type {JudgedRequest} from './csv';
import {type ExportOptions, toExported, WITH_SECRETS} from './exported-request';
import {toCodeBlock, toCodeSpan} from './markdown';

export interface BugReportOptions extends ExportOptions {
  /** Only this event, by its index; without it all events with issues. */
  event?: number;
  /** The number of events that are written out, and the number of characters of each text. */
  maxEvents?: number;
  maxLength?: number;
}

/**
 * A ticket in Markdown: what was sent, its issues and their sources, the server's response. Text from a page is in
 * code and stays inert.
 */
export function toBugReport({request, inspection}: JudgedRequest, options: BugReportOptions = {}): string {
  const {event: only, maxEvents = 10, maxLength = 20_000} = options;
  const issues = inspection.issues.filter(
    (issue) => only === undefined || issue.event === only || issue.event === null,
  );
  const exported = toExported(request, options);
  const notes = exported.notes.filter((note) => note !== WITH_SECRETS);
  const faulty = inspection.events.filter(({index}) =>
    only === undefined ? issues.some((issue) => issue.event === index) : index === only,
  );
  const text = toBodyJson(request, options);
  const ranges =
    text === null
      ? new Map()
      : locate(
          text,
          faulty.slice(0, maxEvents).map(({pointer}) => pointer),
        );
  const maskWords = createWordMasks()(request);
  const written = faulty.flatMap((event) => {
    const {index, pointer} = event;
    const range = ranges.get(pointer);
    if (text === null || range === undefined) return [];
    return [
      `### Event ${index + 1}: ${toCodeSpan(maskWords(toEventLabel(event) ?? '(no name)'))}`,
      toCodeBlock(cut(text.slice(range.start, range.end), maxLength), 'json'),
    ];
  });
  const mask = options.secrets === undefined ? maskText : (text: string) => text;
  const page = request.origin.pageUrl === null ? 'an unknown page' : maskUrl(request.origin.pageUrl);
  return [
    ...(options.secrets === undefined ? [] : [`**${WITH_SECRETS}**`]),
    `# ${toTitle(issues, inspection.events.length)}`,
    `${toCodeSpan(`${exported.method} ${exported.url}`)}, ${toIsoTime(request.startedAt) ?? 'at an unknown time'}, from ${toCodeSpan(page)}`,
    '## What is wrong',
    issues.length === 0
      ? 'No issues were found.'
      : issues.map((issue) => toItem(issue, maskWords)).join('\n'),
    '## What the server said',
    describeAnswer(request.outcome, maxLength, mask),
    ...(written.length > 0 ? ['## What was sent', ...written] : []),
    ...(faulty.length > maxEvents ? [`${faulty.length - maxEvents} more events have issues.`] : []),
    ...(written.length === 0 && text !== null ? ['## What was sent', toCodeBlock(cut(text, maxLength))] : []),
    ...(notes.length > 0 ? [`_${notes.join(' ')}_`] : []),
    '',
  ].join('\n\n');
}

function toTitle(issues: readonly Issue[], events: number): string {
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  return `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')} in ${plural(events, 'event')}`;
}

function toItem(issue: Issue, maskWords: (text: string) => string): string {
  const {severity, code, event, pointer, source} = issue;
  const where = event === null ? 'the request' : `event ${event + 1}`;
  const place = pointer === '' ? where : `${where}, ${toCodeSpan(maskWords(pointer))}`;
  return `- **${severity}** \`${code}\` at ${place}: ${toCodeSpan(maskWords(describeIssue(issue).message))} (${toLink(source)})`;
}

function toLink(source: Source): string {
  const text = toCodeSpan(showSource(source));
  const url = toSourceLink(source);
  return url === null ? text : `[${text}](${url})`;
}

function describeAnswer(outcome: Outcome, maxLength: number, mask: (text: string) => string): string {
  if (outcome.state === 'failed') {
    const {error, status} = outcome;
    const what = status === undefined ? 'No response' : `Status ${status}, then cut off or blocked`;
    return `${what}: ${toCodeSpan(mask(error))}`;
  }
  if (outcome.state !== 'answered') return 'No response was captured.';
  const {status: code, statusText, body} = outcome;
  const status = `Status ${code} ${statusText === '' ? '' : toCodeSpan(mask(statusText))}`.trim();
  return body.kind === 'text' && body.text !== ''
    ? `${status}\n\n${toCodeBlock(cut(mask(body.text), maxLength))}`
    : status;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}\n… ${text.length - length} characters more`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
