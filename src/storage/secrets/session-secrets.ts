import {createSecretArea, type SecretAreaOptions} from './secret-area';
import type {SecretStore} from './secret-store';
import {toReference} from './to-reference';

export interface SessionSecretsOptions extends Omit<SecretAreaOptions, 'now'> {
  salt: string;
  /** Milliseconds since the epoch. */
  now?(): number;
}

export interface SessionSecrets extends SecretStore {
  /** Removes captured values without a record; recently stored ones are kept, since their record may not be written yet. */
  sweep(): Promise<void>;
}

/** In milliseconds, how long a captured value is kept without a record that refers to it. */
export const GRACE = 30_000;

/** The time in which a record may still be written: a value with less time left is stored again. */
const ON_ITS_WAY = GRACE / 2;

/** The number of values that are remembered as stored. */
const MAX_REMEMBERED = 1_000;

interface Remembered {
  until: number;
  reference: Promise<string>;
}

/**
 * Credentials under references that are their salted hash: the same value has the same reference in every context,
 * without reading them all, and once the salt is gone with the session, a reference reveals nothing.
 */
export function openSessionSecrets(options: SessionSecretsOptions): SessionSecrets {
  const {salt, now = Date.now} = options;
  const area = createSecretArea({...options, now});
  const remembered = new Map<string, Remembered>();

  async function store(values: readonly string[], until: number): Promise<Map<string, string>> {
    const references = new Map(
      await Promise.all(values.map(async (value) => [value, await toReference(salt, value)] as const)),
    );
    await area.write(references, until);
    return references;
  }

  /** @param isHeld it is kept during the session, with or without a record */
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

  function remember(value: string, entry: Remembered): void {
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
    values: area.read,
    sweep: area.sweep,
  };
}
