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

  async function store(value: string): Promise<string> {
    const reference = await toReference(salt, value);
    const stored = await area.get(reference);
    if (stored[reference] === value) return reference;
    try {
      await area.set({[reference]: value});
    } catch (error) {
      throw isQuotaError(error) ? new SecretQuotaError(error) : error;
    }
    return reference;
  }

  return {
    keep(value) {
      const known = kept.get(value);
      if (known) return known;
      const storing = store(value);
      kept.set(value, storing);
      // The next one tries again: there may be room then.
      storing.catch(() => kept.delete(value));
      return storing;
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
