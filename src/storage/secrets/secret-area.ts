import * as z from '../../domain/zod';
import type {Locks} from '../open-session';
import type {StorageArea} from '../storage-area';
import {SecretQuotaError} from './secret-quota-error';

export interface SecretAreaOptions {
  /** `storage.session`. */
  area: StorageArea;
  /** Only one context writes or sweeps at a time. */
  locks: Locks;
  /** The references in the log. */
  inUse(): Promise<ReadonlySet<string>>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Values by reference, each with the time until which it is kept even if no record refers to it. */
export interface SecretArea {
  /**
   * Keeps values, given with their references, until a time in milliseconds since the epoch; infinite: until the
   * session ends. If there is no space, makes space once; rejects with a `SecretQuotaError` if that is not enough.
   */
  write(references: ReadonlyMap<string, string>, until: number): Promise<void>;
  /** The stored values, by reference. */
  read(references: readonly string[]): Promise<Map<string, string>>;
  /** Removes expired values that no record refers to. */
  sweep(): Promise<void>;
}

/** In milliseconds: if all values are in use, reading the whole log at each write would not help. */
const BETWEEN_SWEEPS = 5_000;

/**
 * `until`: a sweep does not remove it before this time, in milliseconds since the epoch; null: never, since the user
 * entered it.
 */
const storedSchema = z.object({value: z.string(), until: z.nullable(z.number())});
type Stored = z.infer<typeof storedSchema>;

export function createSecretArea({area, locks, inUse, now}: SecretAreaOptions): SecretArea {
  let sweeping: Promise<void> | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;

  const inTurn = <T>(task: () => Promise<T>) => locks.request('track-inspector-secrets', task);

  /**
   * Reads and writes the area once for any number of values; rejects with a `SecretQuotaError` if there is no space.
   */
  async function writeOnce(references: ReadonlyMap<string, string>, until: number): Promise<void> {
    await inTurn(async () => {
      const stored = await area.get([...references.values()]);
      const missing = [...references].filter(([, reference]) => timeOf(stored[reference]) < until);
      if (missing.length > 0) await area.set(toRows(missing, until)).catch(throwQuota);
    });
  }

  /**
   * Takes the time before it reads the log: values written after that expire later, so they are kept even if their
   * record is not in the log yet.
   */
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

  function sweep(): Promise<void> {
    sweeping ??= removeUnused().finally(() => {
      sweeping = null;
      sweptAt = now();
    });
    return sweeping;
  }

  return {
    async write(references, until) {
      try {
        return await writeOnce(references, until);
      } catch (error) {
        if (!(error instanceof SecretQuotaError)) throw error;
      }
      // A sweep that fails has removed nothing: the next write reports the consequence.
      if (sweeping !== null || now() - sweptAt >= BETWEEN_SWEEPS) await sweep().catch(() => undefined);
      await writeOnce(references, until);
    },
    async read(references) {
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

function toRows(values: readonly [string, string][], until: number): Record<string, Stored> {
  const stored = {until: until === Number.POSITIVE_INFINITY ? null : until};
  return Object.fromEntries(values.map(([value, reference]) => [reference, {value, ...stored}]));
}

/** The time until which a value is kept; a missing or malformed value is not kept. */
function timeOf(stored: unknown): number {
  const {data} = storedSchema.safeParse(stored);
  if (!data) return Number.NEGATIVE_INFINITY;
  return data.until ?? Number.POSITIVE_INFINITY;
}

/** Chromium: "Session storage quota bytes exceeded. Values were not stored." Firefox: a QuotaExceededError. */
function throwQuota(error: unknown): never {
  const isQuota = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
  throw isQuota ? new SecretQuotaError(error) : error;
}
