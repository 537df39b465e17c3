import type {CapturedRequest, Outcome} from '../capture/captured-request';
import {parseHostile} from '../parse-hostile';
import * as z from '../zod';
import {recordSchema} from './record-schema';

const fileSchema = z.object({session: z.literal(1), records: z.array(z.unknown())});

export interface SessionContext {
  /** The tab that the records will belong to. */
  tabId: number;
  newId(): string;
}

export type SessionReading =
  /** `refused`: the number of records that do not have the format of `writeSession`. */
  {ok: true; records: CapturedRequest[]; refused: number} | {ok: false; fault: string};

/**
 * Reads the output of `writeSession`. Each record gets a new ID, which its replays refer to, and none of them is ever
 * sent automatically: requests that were pending when the session was saved have an unknown end.
 */
export function readSession(text: string, {tabId, newId}: SessionContext): SessionReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {ok: false, fault: 'This is not a saved session: it is not valid JSON.'};
  }
  const file = fileSchema.safeParse(value);
  if (!file.success) {
    return {
      ok: false,
      fault:
        'This is not a saved session. HAR and NDJSON files are imported with “Import a HAR or NDJSON file”.',
    };
  }
  const read = file.data.records.flatMap((record) => {
    const parsed = parseHostile(recordSchema, record);
    return parsed?.success ? [parsed.data] : [];
  });
  // Files that were joined by hand may have an ID twice: a replay refers to the first of them.
  const ids = new Map<string, string>();
  const renewed = read.map((record) => {
    const id = newId();
    if (!ids.has(record.id)) ids.set(record.id, id);
    return {...record, id};
  });
  const records = renewed.map(
    (record): CapturedRequest => ({
      ...record,
      origin: {...record.origin, tabId},
      outcome: toEnded(record.outcome),
      seenBy: [...new Set([...record.seenBy, 'import' as const])],
      ...(record.replay && {
        replay: {
          ...record.replay,
          claimed: true,
          marker: newId(),
          sourceId: ids.get(record.replay.sourceId ?? '') ?? null,
        },
      }),
    }),
  );
  return {ok: true, records, refused: file.data.records.length - read.length};
}

function toEnded(outcome: Outcome): Outcome {
  if (outcome.state !== 'pending' && outcome.state !== 'queued') return outcome;
  return {state: 'unknown', reason: 'The session was saved before a response was captured.'};
}
