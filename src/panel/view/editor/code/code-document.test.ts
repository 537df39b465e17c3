import {history, redo, undo} from '@codemirror/commands';
import type {TransactionSpec} from '@codemirror/state';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyTextChanges} from '../../../../domain/json/edit/text-change';
import {type CodeDocument, createCodeDocument} from './code-document';
import {json} from './json-language';
import {toReadableText} from './layout/readable-text';
import {readSentText} from './layout/sent-text';

const compact = `[{"event_name":"a","big":12345678901234567890,"big":1e400,"z":-0},{"b":"${'x'.repeat(200)}"}]`;

function open(text: string): CodeDocument {
  return createCodeDocument(text, [history(), json()], () => undefined);
}

function run(document: CodeDocument, command: typeof undo): void {
  command({state: document.state, dispatch: (transaction) => document.dispatch(transaction)});
}

function type(document: CodeDocument, at: string, insert: string, length = 0): void {
  const from = document.state.doc.toString().indexOf(at) + at.length;
  const spec: TransactionSpec = {changes: {from, to: from + length, insert}, userEvent: 'input.type'};
  document.dispatch(spec);
}

describe('a document in the editor', () => {
  it.each([
    ['line breaks of Windows', '{\r\n"a": 1\r\n}'],
    ['lone carriage returns', '{\r"a": 1\r}'],
    ['line separators of Unicode', '{"a": "\u2028\u2029\u0085"}'],
    ['a byte order mark', '\ufeff{}'],
    ['lone surrogates', '{"a": "\ud800 \udc00"}'],
    ['nothing', ''],
    ['one long line', compact],
    ['a long line with carriage returns', compact.replace('{', '{\r\n').replaceAll(':', ' :\r')],
  ])('holds %s exactly as they are', (_, text) => {
    expect(open(text).read()).toBe(text);
  });

  it('lays a long line out for reading and sends it as it was', () => {
    const document = open(compact);
    expect(document.state.doc.lines).toBeGreaterThan(8);
    expect(document.read()).toBe(compact);
  });

  it('sends what is typed, also when it is typed into whitespace that stands there for reading', () => {
    const document = open(compact);
    type(document, '[\n ', '"x",');
    expect(document.read()).toBe(compact.replace('[', '["x",'));
  });

  it('takes a line break that is typed between tokens for one to read by, and one in a string for text', () => {
    const document = open(compact);
    type(document, '"a",', '\n    ');
    expect(document.read()).toBe(compact);
    type(document, 'xxx', '\n');
    expect(document.read()).toBe(compact.replace('xxx', 'xxx\n'));
  });

  it.each([
    ['a number', '1234567890', '\n    '],
    ['a negative number', '"z":-', '\n'],
    ['a number with an exponent', '1e', '\n'],
  ])('sends a line break that is typed within %s', (_, before, insert) => {
    const document = open(compact);
    type(document, before, insert);
    expect(document.read()).toBe(compact.replace(before, before + insert));
    run(document, undo);
    expect(document.read()).toBe(compact);
  });

  it('sends line breaks that are typed into a text that is shown as it is', () => {
    const document = open('{"a":1}');
    type(document, '{', '\n');
    expect(document.read()).toBe('{\n"a":1}');
  });

  it('undoes a deletion of whole lines to exactly the original', () => {
    const document = open(compact);
    type(document, '[', '', 30);
    expect(document.read()).not.toBe(compact);
    run(document, undo);
    expect(document.read()).toBe(compact);
    run(document, redo);
    run(document, undo);
    expect(document.read()).toBe(compact);
  });

  it.each<[string, (document: CodeDocument) => void]>([
    [
      'deletions in whitespace that stands there for reading',
      (document) => {
        for (const userEvent of ['delete.backward', 'delete.backward', 'delete.backward'])
          document.dispatch({changes: {from: 2, to: 3}, userEvent});
      },
    ],
    [
      'typing into it',
      (document) => {
        for (const from of [3, 4]) document.dispatch({changes: {from, insert: '1'}, userEvent: 'input.type'});
      },
    ],
    [
      'a change of the layout and typing',
      (document) => {
        document.setLaidOut(false);
        document.dispatch({changes: {from: 1, insert: ' '}, userEvent: 'input.type'});
      },
    ],
  ])('undoes %s, in one step of the history, to exactly the original', (_, edit) => {
    const document = open(compact);
    edit(document);
    run(document, undo);
    expect(document.state.doc.toString()).toBe(open(compact).state.doc.toString());
    expect(document.read()).toBe(compact);
  });

  describe.each([
    ['laid out for reading', compact],
    ['shown as it is', '{"big": 1}'],
  ])('changed soon, %s,', (_, text) => {
    const from = text.indexOf('"big"');
    const changes = [{from, to: from + 5, insert: '"small"'}];
    const changed = text.replace('"big"', '"small"');
    const nextTask = () => new Promise((resolve) => setTimeout(resolve));

    it('is worked out in one task and made in the next, in one step of the history', async () => {
      const document = open(text);
      const made: boolean[] = [];
      document.changeSoon(changes, (isMade) => made.push(isMade));
      await nextTask();
      expect(made).toEqual([]);
      expect(document.state.doc.toString()).not.toContain('small');
      await nextTask();
      expect(made).toEqual([true]);
      expect(document.state.doc.toString()).toContain('small');
      expect(document.read()).toBe(changed);
      run(document, undo);
      expect(document.read()).toBe(text);
    });

    it.each([0, 1])('has it at once when the text is read after %i tasks, and once only', async (tasks) => {
      const document = open(text);
      let count = 0;
      document.changeSoon(changes, () => {
        count += 1;
      });
      for (let task = 0; task < tasks; task++) await nextTask();
      expect(document.read()).toBe(changed);
      expect(readSentText(document.state).text).toBe(changed);
      document.changeSoon([{from: 0, to: 0, insert: ' '}], () => {
        count += 1;
      });
      document.change([{from: 0, to: 0, insert: ' '}]);
      await nextTask();
      expect(document.read()).toBe(`  ${changed}`);
      expect(count).toBe(2);
    });

    it.each([0, 1])('is left as it is where somebody has typed after %i tasks', async (tasks) => {
      const document = open(text);
      const made: boolean[] = [];
      document.changeSoon(changes, (isMade) => made.push(isMade));
      for (let task = 0; task < tasks; task++) await nextTask();
      type(document, '"big"', 'x');
      await nextTask();
      expect(made).toEqual([false]);
      expect(document.read()).toBe(text.replace('"big"', '"big"x'));
    });

    it('keeps it where only the cursor has moved', async () => {
      const document = open(text);
      document.changeSoon(changes, () => undefined);
      document.dispatch({selection: {anchor: 1}});
      await nextTask();
      expect(document.read()).toBe(changed);
    });
  });

  it('applies changes of the text that is sent, lays them out, and undoes them in one step', () => {
    const document = open(compact);
    const at = compact.indexOf('"big"');
    document.change([
      {from: at, to: at, insert: '"n":{"m":1},'},
      {from: compact.length - 1, to: compact.length - 1, insert: ',{}'},
    ]);
    const changed = `${compact.slice(0, at)}"n":{"m":1},${compact.slice(at, -1)},{}]`;
    expect(document.read()).toBe(changed);
    expect(document.state.doc.toString()).toContain('\n    "n":{\n      "m":1\n    },\n    "big"');
    run(document, undo);
    expect(document.read()).toBe(compact);
  });

  it('shows the text as it is sent and back, without changing it', () => {
    const document = open(compact);
    document.setLaidOut(false);
    expect(document.state.doc.toString()).toBe(compact);
    document.setLaidOut(true);
    expect(document.laidOut).toBe(true);
    expect(document.read()).toBe(compact);
    run(document, undo);
    run(document, undo);
    expect(document.read()).toBe(compact);
  });

  it('finds each character of the text in the document, and back', () => {
    const document = open(compact);
    const {text, toDocument, toSent} = document.readSent();
    const shown = document.state.doc.toString();
    for (let offset = 0; offset < text.length; offset += 1) {
      expect(shown[toDocument(offset, 1)]).toBe(text[offset]);
      expect(shown[toDocument(offset + 1, -1) - 1]).toBe(text[offset]);
      expect(toSent(toDocument(offset, 1))).toBe(offset);
      expect(toSent(toDocument(offset, -1))).toBe(offset);
    }
  });

  it('reads the same as plain text would after any edits, and the original after undoing all', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      insert: fc.constantFrom('', 'x', '\n', '{"a":1}', ',\n  '),
    });
    fc.assert(
      fc.property(fc.array(fc.array(edit, {minLength: 1, maxLength: 4}), {maxLength: 12}), (edits) => {
        const document = open(compact);
        let plain = compact;
        for (const several of edits) {
          const changes = toSeparate(several, plain.length, 0);
          document.change(changes);
          plain = applyTextChanges(plain, changes);
          expect(document.read()).toBe(plain);
          // The text computed from the change equals a reading of the whole document.
          const {text, added} = readSentText(document.state);
          expect(text).toBe(plain);
          expect(document.readSent().added).toEqual(added);
          expect(document.state.doc.toString()).toBe(toReadableText(plain).lines.join('\n'));
        }
        for (let i = 0; i <= edits.length; i += 1) run(document, undo);
        expect(document.read()).toBe(compact);
      }),
      {numRuns: 200},
    );
  }, 60_000);

  it('knows after any typing what a reading of the whole document would tell', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat(30),
      insert: fc.constantFrom('', 'x', '\n', '\n    ', '{"a":1}', ',\n  '),
    });
    const step = fc.record({
      changes: fc.array(change, {minLength: 1, maxLength: 3}),
      userEvent: fc.constantFrom('input.type', 'input.paste', 'delete'),
      next: fc.constantFrom('read', 'type on', 'undo', 'redo', 'lay out', 'show as sent'),
    });
    fc.assert(
      fc.property(fc.array(step, {maxLength: 12}), (steps) => {
        const document = open(compact);
        for (const {changes, userEvent, next} of steps) {
          document.dispatch({changes: toSeparate(changes, document.state.doc.length), userEvent});
          if (next === 'undo') run(document, undo);
          if (next === 'redo') run(document, redo);
          if (next === 'lay out' || next === 'show as sent') document.setLaidOut(next === 'lay out');
          if (next === 'type on') continue;
          const {text, added} = document.readSent();
          const whole = readSentText(document.state);
          expect({text, added}).toEqual({text: whole.text, added: whole.added});
        }
      }),
      {numRuns: 150},
    );
  }, 60_000);
});

/** Changes of one transaction are separated by a `gap`. */
function toSeparate(changes: readonly {at: number; length: number; insert: string}[], size: number, gap = 1) {
  let free = 0;
  return changes
    .map(({at, length, insert}) => ({from: at % (size + 1), length, insert}))
    .sort((a, b) => a.from - b.from)
    .flatMap(({from, length, insert}) => {
      if (from < free) return [];
      const to = Math.min(size, from + length);
      free = to + gap;
      return [{from, to, insert}];
    });
}
