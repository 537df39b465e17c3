import * as z from '../../domain/zod';
import type {RequestRow} from './capture-database';

const named = (member: 'kind' | 'state') => z.object({[member]: z.string()});

/** The fields that are needed to read and remove a row; the contents are checked by the code that shows them. */
const rowSchema = z.object({
  id: z.string(),
  tab: z.number(),
  print: z.string(),
  requestIds: z.array(z.string()),
  views: z.array(z.string()),
  bodyBytes: z.number(),
  answerBytes: z.number(),
  request: z.object({
    id: z.string(),
    url: z.string(),
    method: z.string(),
    headers: named('state'),
    body: named('kind'),
    origin: z.object({tabId: z.nullable(z.number())}),
    outcome: named('state'),
    seenBy: z.array(z.string()),
  }),
});

/** False for a row with missing parts, as after a crash of the machine or a disk fault. */
export function isIntact(row: RequestRow): boolean {
  return rowSchema.safeParse(row).success;
}

/** Whether an error means that a value exists but cannot be read, and not that the whole log cannot be read. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    /^(?:DataError|NotReadableError|UnknownError|NotFoundError)$/.test(error.name)
  );
}
