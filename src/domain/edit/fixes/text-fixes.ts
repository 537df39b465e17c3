import type {TextChange} from '../../json/edit/text-change';
import {findForeignSyntax} from '../../json/faults/find-foreign-syntax';
import type {Fixer} from './quick-fix';

export const removeByteOrderMark: Fixer = {
  propose: (_, {text}) =>
    text.startsWith('\uFEFF')
      ? [
          {
            title: 'Remove the byte order mark',
            preview: {before: 'U+FEFF', after: ''},
            edits: [],
            changes: [{from: 0, to: 1, insert: ''}],
          },
        ]
      : [],
};

/**
 * Comments and trailing commas are removed together: the parser stops at the first fault, so after fixing one kind
 * the user would meet the other. All other characters are unchanged.
 */
export const removeForeignSyntax: Fixer = {
  propose(_, {text}) {
    const {comments, trailingCommas} = findForeignSyntax(text);
    if (comments.length + trailingCommas.length === 0) return [];
    const changes = [
      ...comments.map(({start, end}) => withItsLine(text, start, end)),
      ...trailingCommas.map(({start, end}) => ({from: start, to: end, insert: ''})),
    ].sort((a, b) => a.from - b.from);
    const what = [count(comments.length, 'comment'), count(trailingCommas.length, 'trailing comma')];
    return [
      {
        title: `Remove ${what.filter((part) => part !== '').join(' and ')}`,
        preview: {before: changes.map(({from, to}) => text.slice(from, to).trim()).join(' '), after: ''},
        edits: [],
        changes,
      },
    ];
  },
};

function count(number: number, what: string): string {
  return number === 0 ? '' : number === 1 ? `the ${what}` : `${number} ${what}s`;
}

/** The comment with the blanks before it; including the line break if it is alone on its lines. */
function withItsLine(text: string, from: number, to: number): TextChange {
  let start = from;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const isAlone = start === 0 || text[start - 1] === '\n';
  const lineBreak = /^[ \t]*\r?\n/.exec(text.slice(to, to + 200))?.[0];
  if (isAlone && lineBreak !== undefined) return {from: start, to: to + lineBreak.length, insert: ''};
  // Without a space, `1/**/2` would become 12.
  const isTight = start === from && /\w/.test(text[from - 1] ?? '') && /\w/.test(text[to] ?? '');
  return {from: start, to, insert: isTight ? ' ' : ''};
}
