import {styleText} from 'node:util';
import {listFindings, type Reporter, summarize, toSafeText, toTold} from '@track-inspector/core';

const colours = {error: 'red', warning: 'yellow', info: 'blue'} as const;

/** For people: a block per request, a line per issue. Lines never begin with captured text. */
export const stylish: Reporter = (verdict, {quiet, colour}) => {
  const paint = (style: 'red' | 'yellow' | 'blue' | 'bold' | 'dim' | 'green', text: string) =>
    colour ? styleText(style, text, {validateStream: false}) : text;
  const blocks = new Map<string, string[]>();
  for (const {issue, request, event} of listFindings(verdict, quiet)) {
    const title = request ? `Request: ${request.method} ${request.url} (${request.file})` : 'Session';
    const place = [issue.event === null ? 'request' : `event ${issue.event + 1}`, event ?? '', issue.pointer]
      .filter((part) => part !== '')
      .join(' ');
    const lines = blocks.get(title) ?? [];
    const severity = paint(colours[issue.severity], issue.severity.padEnd(7));
    lines.push(
      `  ${severity}  ${toSafeText(toTold(issue))}  ${paint('dim', toSafeText(`${place}  ${issue.code}`))}`,
    );
    blocks.set(title, lines);
  }
  const listed = [...blocks].map(
    ([title, lines]) => `${paint('bold', toSafeText(title))}\n${lines.join('\n')}\n\n`,
  );
  const isClean = verdict.summary.errors + verdict.summary.warnings === 0;
  return `${listed.join('')}${paint(isClean ? 'green' : 'bold', summarize(verdict))}\n`;
};
