import * as z from '../../domain/zod';
import type {RequestRow} from './capture-database';

const named = (member: 'kind' | 'state') => z.object({[member]: z.string()});

/** What reading and removing a row rely on; what is in the parts is checked by who shows them. */
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

/** False for a row of which a part is gone: a crash of the machine or a fault of the disk leaves such. */
export function isIntact(row: RequestRow): boolean {
  return rowSchema.safeParse(row).success;
}

/** Whether an error says that a value is there and cannot be read, and not that the whole log cannot. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    /^(?:DataError|NotReadableError|UnknownError|NotFoundError)$/.test(error.name)
  );
}
