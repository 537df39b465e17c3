import fc from 'fast-check';
import {expect, it} from 'vitest';
import {propertyOptions} from '../../../testing/property-options';
import {readJsString} from './read-js-string';

const LINE_SEPARATOR = '\u2028';
const parts = [
  ...['a', '7', '$', "'", '"', '`', '\n', '\r', '\r\n', LINE_SEPARATOR, '\u2029', '\u{1F600}'],
  ...['\\n', '\\r', '\\v', '\\0', '\\1', '\\012', '\\377', '\\400', '\\8', '\\x41', '\\u0041', '\\u{1f600}'],
  ...['\\\n', '\\\r', '\\\r\n', `\\${LINE_SEPARATOR}`, '\\\u2029', '\\\\', "\\'", '\\"', '\\`', '\\$', '\\q'],
];

/** The value of a literal for JavaScript itself; null: it is a syntax error, or more than a literal. */
function evaluate(literal: string): string | null {
  try {
    return String(new Function(`return ${literal}`)());
  } catch {
    return null;
  }
}

it('reads every string as JavaScript does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom("'", '"', '`'),
      fc.array(fc.constantFrom(...parts), {maxLength: 8}),
      (quote, inner) => {
        const literal = quote + inner.join('') + quote;
        const value = evaluate(literal);
        const read = readJsString(literal, 0);
        if (value !== null && read?.end === literal.length) expect(read.value).toBe(value);
        // Only what is a literal to its end: JavaScript also evaluates what follows it.
        if (value !== null && !inner.includes(quote)) expect(read?.end).toBe(literal.length);
      },
    ),
    propertyOptions(50_000),
  );
});

it.each(["'a\nb'", "'a\rb'", "'a", '`a\x24{b}`'])('does not read %j', (literal) => {
  expect(readJsString(literal, 0)).toBeNull();
});
