import * as z from '../../domain/zod';
import type {Locks} from '../open-session';
import type {StorageArea} from '../storage-area';
import {SecretQuotaError} from './secret-quota-error';
import type {SecretStore} from './secret-store';
import {toReference} from './to-reference';

export interface SessionSecretsOptions {
  /** `storage.session`. */
  area: StorageArea;
  salt: string;
  /** Whoever writes and whoever sweeps take turns, in all contexts. */
  locks: Locks;
  /** The references that stand in the log. */
  inUse(): Promise<ReadonlySet<string>>;
  /** Milliseconds since the epoch. */
  now?(): number;
}

export interface SessionSecrets extends SecretStore {
  /** Removes the captured values that no record refers to; those kept a moment ago stay, as their record may be on its way. */
  sweep(): Promise<void>;
}

/** In milliseconds, how long a captured value stays without a record that refers to it. */
export const GRACE = 30_000;

/** So long a record may be on its way into the log: a value is kept anew when less of its time is left. */
const ON_ITS_WAY = GRACE / 2;

/** In milliseconds: where all is in use, reading the whole log again at each write would help nobody. */
const BETWEEN_SWEEPS = 5_000;

/** So many values are remembered as stored. */
const MAX_REMEMBERED = 1_000;

/** `until`: no sweep removes it before, in milliseconds since the epoch; null: none does, the user gave it. */
const storedSchema = z.object({value: z.string(), until: z.nullable(z.number())});
type Stored = z.infer<typeof storedSchema>;

/**
 * Credentials under references that are their salted hash: the same value has the same reference in every context,
 * without anybody reading them all, and once the salt is gone with the session, a reference says nothing.
 */
export function openSessionSecrets(options: SessionSecretsOptions): SessionSecrets {
  const {area, salt, locks, inUse, now = Date.now} = options;
  const remembered = new Map<string, {until: number; reference: Promise<string>}>();
  let sweeping: Promise<void> | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;

  const inTurn = <T>(task: () => Promise<T>) => locks.request('track-inspector-secrets', task);

  /** One read and one write of the area, however many they are. */
  async function write(references: ReadonlyMap<string, string>, until: number): Promise<void> {
    await inTurn(async () => {
      const stored = await area.get([...references.values()]);
      const missing = [...references].filter(([, reference]) => timeOf(stored[reference]) < until);
      if (missing.length === 0) return;
      const rows = missing.map(([value, reference]): [string, Stored] => [
        reference,
        {value, until: until === Number.POSITIVE_INFINITY ? null : until},
      ]);
      await area.set(Object.fromEntries(rows));
    });
  }

  async function store(values: readonly string[], until: number): Promise<Map<string, string>> {
    const references = new Map(
      await Promise.all(values.map(async (value) => [value, await toReference(salt, value)] as const)),
    );
    try {
      await write(references, until);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await sweepAndWrite(references, until);
    }
    return references;
  }

  async function sweepAndWrite(references: ReadonlyMap<string, string>, until: number): Promise<void> {
    // One that fails has removed nothing: the write tells what that means.
    if (sweeping !== null || now() - sweptAt >= BETWEEN_SWEEPS) await sweep().catch(() => undefined);
    try {
      await write(references, until);
    } catch (error) {
      throw isQuotaError(error) ? new SecretQuotaError(error) : error;
    }
  }

  function sweep(): Promise<void> {
    sweeping ??= removeUnused().finally(() => {
      sweeping = null;
      sweptAt = now();
    });
    return sweeping;
  }

  /** The time is taken before the log is read: what is kept from then on has longer, so its record need not be there. */
  async function removeUnused(): Promise<void> {
    const since = now();
    const used = await inUse();
    await inTurn(async () => {
      const gone = Object.entries(await area.get(null))
        .filter(([key, stored]) => key.startsWith('secret-') && !used.has(key) && timeOf(stored) < since)
        .map(([key]) => key);
      if (gone.length > 0) await area.remove(gone);
    });
  }

  /** @param isHeld it stays as long as the session, record or not */
  function keep(values: readonly string[], isHeld: boolean): Promise<string>[] {
    const time = now();
    const until = isHeld ? Number.POSITIVE_INFINITY : time + GRACE;
    const needed = isHeld ? until : time + ON_ITS_WAY;
    const unknown = [...new Set(values)].filter(
      (value) => (remembered.get(value)?.until ?? Number.NEGATIVE_INFINITY) < needed,
    );
    const storing = unknown.length === 0 ? null : store(unknown, until);
    const fresh = new Map(
      unknown.map((value) => [value, storing?.then((all) => all.get(value) ?? '') ?? Promise.resolve('')]),
    );
    const kept = values.map(
      (value) => fresh.get(value) ?? remembered.get(value)?.reference ?? Promise.resolve(''),
    );
    for (const [value, reference] of fresh) remember(value, {until, reference});
    return kept;
  }

  function remember(value: string, entry: {until: number; reference: Promise<string>}): void {
    remembered.delete(value);
    remembered.set(value, entry);
    // The next one tries again: there may be room then.
    entry.reference.catch(() => {
      if (remembered.get(value) === entry) remembered.delete(value);
    });
    const [oldest] = remembered.keys();
    if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  }

  return {
    keep: async (value) => (await keep([value], true)[0]) ?? '',
    async keepAll(values) {
      const references = await Promise.all(keep(values, false));
      return new Map(values.map((value, index) => [value, references[index] ?? '']));
    },
    async values(references) {
      const stored = await area.get([...references]);
      const known = references.flatMap((reference): [string, string][] => {
        const {data} = storedSchema.safeParse(stored[reference]);
        return data ? [[reference, data.value]] : [];
      });
      return new Map(known);
    },
    sweep,
  };
}

/** Until when it stays; what is not there, or broken, does not. */
function timeOf(stored: unknown): number {
  const {data} = storedSchema.safeParse(stored);
  if (!data) return Number.NEGATIVE_INFINITY;
  return data.until ?? Number.POSITIVE_INFINITY;
}

/** Chromium: "Session storage quota bytes exceeded. Values were not stored." Firefox: a QuotaExceededError. */
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
