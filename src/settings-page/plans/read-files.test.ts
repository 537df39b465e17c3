import {expect, it} from 'vitest';
import {readPlan} from '../../domain/plans/read-plan';
import {readFiles} from './read-files';

const json = JSON.stringify({title: 'Größe', events: {A: {type: 'object'}}});
const table = 'Version\tEvent Type\tEvent Name\tProperty Name\tProperty Data Type\r\n1\tTRACK\tA\t\t\r\n';

const toUtf8 = (text: string) => new TextEncoder().encode(text);
const toUtf16 = (text: string) =>
  Uint8Array.from(
    `\ufeff${text}`.split('').flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
  );

it.each<[string, string, Uint8Array<ArrayBuffer>]>([
  ['UTF-8', 'plan.json', toUtf8(json)],
  ['UTF-8 with a byte order mark', 'plan.json', toUtf8(`\ufeff${json}`)],
  ['UTF-16', 'plan.json', toUtf16(json)],
  ['a table of Excel in UTF-16', 'plan.txt', toUtf16(table)],
])('reads a plan that is %s', async (_, name, bytes) => {
  const reading = await readPlan(await readFiles([new File([bytes], name)]));
  expect(reading).toMatchObject({ok: true, plan: {rules: [{name: 'A'}]}});
});
