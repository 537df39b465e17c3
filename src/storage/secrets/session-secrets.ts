import type {StorageArea} from '../storage-area';
import type {SecretStore} from './secret-store';

/** The browser allows 10 MB in all. What was captured stays; replays of it would lack their credentials. */
export class SecretQuotaError extends Error {
  constructor(cause: unknown) {
    super(
      'The browser’s memory for credentials (10 MB a session) is full: new credentials are not kept, and requests ' +
        'with them can’t be replayed as they are. It empties when the browser or the extension restarts.',
      {cause},
    );
    this.name = 'SecretQuotaError';
  }
}

/**
 * Credentials under references that are their salted hash: the same value has the same reference in every context,
 * without anybody reading them all, and once the salt is gone with the session, a reference says nothing.
 */
export function openSessionSecrets(options: {area: StorageArea; salt: string}): SecretStore {
  const {area, salt} = options;
  const kept = new Map<string, Promise<string>>();

  /** One read and one write of the area, however many they are. */
  async function store(values: readonly string[]): Promise<Map<string, string>> {
    const references = new Map(
      await Promise.all(values.map(async (value) => [value, await toReference(salt, value)] as const)),
    );
    const stored = await area.get([...references.values()]);
    const missing = [...references].filter(([value, reference]) => stored[reference] !== value);
    if (missing.length === 0) return references;
    try {
      await area.set(Object.fromEntries(missing.map(([value, reference]) => [reference, value])));
    } catch (error) {
      throw isQuotaError(error) ? new SecretQuotaError(error) : error;
    }
    return references;
  }

  function keep(values: readonly string[]): Promise<string>[] {
    const unknown = [...new Set(values)].filter((value) => !kept.has(value));
    const storing = unknown.length === 0 ? null : store(unknown);
    for (const value of unknown) {
      const reference = storing?.then((references) => references.get(value) ?? '') ?? Promise.resolve('');
      kept.set(value, reference);
      // The next one tries again: there may be room then.
      reference.catch(() => kept.delete(value));
    }
    return values.map((value) => kept.get(value) ?? Promise.resolve(''));
  }

  return {
    keep: async (value) => (await keep([value])[0]) ?? '',
    async keepAll(values) {
      const references = await Promise.all(keep(values));
      return new Map(values.map((value, index) => [value, references[index] ?? '']));
    },
    async values(references) {
      const stored = await area.get([...references]);
      const known = references.flatMap((reference): [string, string][] => {
        const value = stored[reference];
        return typeof value === 'string' ? [[reference, value]] : [];
      });
      return new Map(known);
    },
  };
}

async function toReference(salt: string, value: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${value}`));
  const letters = [...new Uint8Array(hash).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `secret-${letters.join('')}`;
}

/** Chromium: "Session storage quota bytes exceeded. Values were not stored." Firefox: a QuotaExceededError. */
function isQuotaError(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
