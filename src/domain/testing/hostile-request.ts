import fc from 'fast-check';
import type {CapturedRequest} from '../capture/captured-request';
import {buildCaptured} from '../replay/build-captured';

/** These run if a shell, an engine or a console interprets a text as code; they leave a file or a word behind. */
const commands = [
  '\ntouch owned\n#',
  '\r\ntouch owned\r\n',
  "'; touch owned; '",
  '"; touch owned; "',
  '$(touch owned)',
  '`touch owned`',
  "'\ntouch owned\n'",
  "\\'; touch owned; #",
  '\\\\\\',
  '=owned',
  '!touch owned',
  '\u2028owned()\u2028',
  "'); require('node:fs').writeFileSync('owned', ''); ('",
  "\\'); owned(); //",
  '\u2019; owned; \u2018',
  '\u001b[200~\u0003touch owned\r',
  '</script><script>owned()</script>',
  '![owned](https://owned.test/x.png)',
  '\\| ![owned](https://owned.test/y.png) | \\\\|',
  '\n# owned\n<img src=x onerror=owned()>',
  '=cmd|"/c owned"!A1',
  ';=owned();',
  '\t=owned()',
  '\u202eowned\u2066',
  '-owned',
  '%owned%s',
  '@owned',
];

const piece = fc.oneof(
  fc.constantFrom(...commands),
  fc.string({unit: 'binary', maxLength: 12}),
  fc.constantFrom('x', 'X-A', "it's", '\\', '\n', ' '),
);
/** Pieces that some program would run, between others. */
export const hostileText = fc.array(piece, {minLength: 1, maxLength: 3}).map((parts) => parts.join(''));
const header = fc.record({
  name: fc.oneof(hostileText, fc.constantFrom('X-Plain', "x-'odd`$|~", 'x-y')),
  value: hostileText,
});

/** For tests: requests whose names, values, address, method and body are written by an attacker. */
export function hostileRequests(url = 'https://api.example.test/api/track'): fc.Arbitrary<CapturedRequest> {
  return fc
    .record({
      headers: fc.array(header, {maxLength: 4}),
      // A body that begins with `-` or `%` is an option or a format if it is not quoted.
      body: fc.oneof(
        hostileText,
        hostileText.map((rest) => `-${rest}`),
        hostileText.map((rest) => `%${rest}`),
      ),
      method: fc.oneof(fc.constant('POST'), hostileText),
      query: hostileText,
      error: hostileText,
      startedAt: fc.constantFrom(1_777_532_927_000, 1e300, Number.NaN),
    })
    .map(({headers, body, method, query, error, startedAt}) => ({
      ...buildCaptured({url: `${url}?q=${query.replace(/[#&]/g, '')}`, headers, body, method}),
      startedAt,
      outcome: {state: 'failed', error, endedAt: null},
    }));
}
