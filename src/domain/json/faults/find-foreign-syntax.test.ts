import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyTextChanges} from '../edit/text-change';
import {findForeignSyntax} from './find-foreign-syntax';

describe('findForeignSyntax', () => {
  it.each<[string, string[], number[]]>([
    ['{"a":[1,2],"b":"x"}', [], []],
    ['[1,2,]', [], [4]],
    ['{"a":[1, ] , }', [], [7, 11]],
    ['[1, // one\n 2, /* two */ ]', ['// one', '/* two */'], [13]],
    ['[1]# end', ['# end'], []],
    ['["// no", "/* no */,]", "\\",]"]', [], []],
    ['[1] /* not closed', ['/* not closed'], []],
    ['[1, // one\r\n 2]', ['// one'], []],
    ['[,]', [], [1]],
    ['', [], []],
  ])('finds in %j comments and commas', (text, comments, commas) => {
    const found = findForeignSyntax(text);
    expect(found.comments.map(({start, end}) => text.slice(start, end))).toEqual(comments);
    expect(found.trailingCommas.map(({start}) => start)).toEqual(commas);
  });

  it('finds all that was put into JSON text', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), {minLength: 1}), (values) => {
        const text = `/*a*/[${values.map((value) => `${JSON.stringify(value)}//b\n`).join()},]`;
        const {comments, trailingCommas} = findForeignSyntax(text);
        const changes = [...comments, ...trailingCommas]
          .sort((a, b) => a.start - b.start)
          .map(({start, end}) => ({from: start, to: end, insert: ''}));
        expect(applyTextChanges(text, changes)).toBe(
          `[${values.map((value) => `${JSON.stringify(value)}\n`).join()}]`,
        );
      }),
    );
  });

  it('takes text that is nested deeper than any stack', {timeout: 30_000}, () => {
    const depth = 200_000;
    expect(findForeignSyntax(`${'['.repeat(depth)}1${',]'.repeat(depth)}`).trailingCommas).toHaveLength(
      depth,
    );
  });
});
