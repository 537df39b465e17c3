import {escapeHidden} from '../bytes/hidden-characters';
import {findInexactNumbers} from '../json/inexact-numbers';
import {appendToken} from '../json/json-pointer';
import type {JsonValue} from '../json/json-value';
import {parseHostile} from '../parse-hostile';
import * as z from '../zod';
import type {GoldenEvent, GoldenSession} from './golden-session';
import {maskSyntax} from './mask-pointer';

/** More levels than masking leaves in an event. */
const MAX_DEPTH = 80;

const fileSchema = z.object({
  golden: z.literal(1),
  mask: z.optional(z.array(z.string().check(z.regex(maskSyntax)))),
  events: z.array(
    z.object({
      protocol: z.string(),
      call: z.nullable(z.string()),
      name: z.nullable(z.string()),
      /** The result of JSON.parse; 1e400 is infinite there, and its digits are kept separately. */
      event: z.custom<JsonValue>((value) => value !== undefined),
    }),
  ),
});

/** A session as text for review: JSON, one line per value, keys sorted, numbers as they were sent. */
export function writeGolden({events, mask = []}: GoldenSession): string {
  const list = events.map(({protocol, call, name, event, exact}) => {
    const written = writeValue(event, {indent: '      ', pointer: '', exact, depth: 0});
    const head = `{"protocol": ${JSON.stringify(protocol)}, "call": ${JSON.stringify(call)}, "name": ${JSON.stringify(name)}`;
    return `    ${head},\n      "event": ${written}}`;
  });
  const masked = mask.length === 0 ? '' : `  "mask": [${mask.map(toText).join(', ')}],\n`;
  return escapeHidden(
    `{\n  "golden": 1,\n${masked}  "events": [${list.length === 0 ? '' : `\n${list.join(',\n')}\n  `}]\n}\n`,
  );
}

function toText(pointer: string): string {
  return JSON.stringify(pointer);
}

interface Writing {
  indent: string;
  pointer: string;
  exact: GoldenEvent['exact'];
  depth: number;
}

function writeValue(value: JsonValue, {indent, pointer, exact, depth}: Writing): string {
  if (typeof value === 'number') return exact?.get(pointer) ?? String(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return JSON.stringify(value);
  const inner = `${indent}  `;
  const write = (member: JsonValue, token: string | number) =>
    writeValue(member, {indent: inner, pointer: appendToken(pointer, token), exact, depth: depth + 1});
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((member, index) => write(member, index))
    : Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}: ${write(value[key] ?? null, key)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return `${open}${close}`;
  return `${open}\n${members.map((member) => `${inner}${member}`).join(',\n')}\n${indent}${close}`;
}

/** Reads the output of `writeGolden`; `fault` says what is wrong. */
export function readGolden(text: string): {ok: true; session: GoldenSession} | {ok: false; fault: string} {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return {ok: false, fault: 'this is not valid JSON.'};
  }
  const file = parseHostile(fileSchema, value);
  if (file === null)
    return {ok: false, fault: 'this is not a golden session: almost nothing of it is valid.'};
  if (!file.success) {
    const place = file.error.issues[0]?.path.join('.') ?? '';
    return {
      ok: false,
      fault: `this is not a golden session${place === '' ? '' : `: "${place}" is not valid`}.`,
    };
  }
  const exact = findInexactNumbers(
    text,
    file.data.events.map(({event}) => event),
    (index) => `/events/${index}/event`,
  );
  const events = file.data.events.map((event, index): GoldenEvent => {
    const numbers = exact.get(index);
    return numbers === undefined ? event : {...event, exact: numbers};
  });
  const {mask} = file.data;
  return {ok: true, session: {events, ...(mask && mask.length > 0 && {mask})}};
}
