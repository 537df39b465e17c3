import {click, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send, tab} from '../steps/steps';

/** A JSON Web Token like those of identity providers; its signature is not checked here. */
function toToken(claims: Record<string, unknown>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({alg: 'RS256', typ: 'JWT'})}.${encode(claims)}.c2lnbmF0dXJl`;
}

const token = toToken({sub: 'u-1', exp: 4_102_444_800});
const expired = toToken({sub: 'u-1', exp: Date.UTC(2024, 0, 31) / 1000});

const cases: readonly [what: string, headers: Record<string, string>, code: string, sentence: string][] = [
  [
    'expired',
    {authorization: `Bearer ${expired}`},
    'expired-token',
    'The bearer token expired on 2024-01-31',
  ],
  [
    'placeholder',
    {'x-api-key': 'undefined'},
    'placeholder-credentials',
    'x-api-key is the placeholder "undefined"',
  ],
  ['quoted', {authorization: `Bearer "${token}"`}, 'malformed-token', 'The bearer token is in quotes'],
];

for (const [what, headers, code, sentence] of cases) {
  test(`credentials that are wrong are named, and not shown: ${what}`, async ({inspector}) => {
    const {page, panel, endpoint} = inspector;
    const body = JSON.stringify([anEvent({event_name: `${what}_thing`})]);
    await send(page, endpoint, {body, headers: {'content-type': 'application/json', ...headers}});
    await click(panel, row(`${what}_thing`));
    await click(panel, tab('Issues'));
    await expectText(panel, {role: 'tabpanel'}, code, sentence);
    expect(await textOf(panel, {role: 'tabpanel'})).not.toContain('c2lnbmF0dXJl');
  });
}
