import {type ReadonlySignal, signal} from '@preact/signals';
import type {SecretStore} from '../../storage/secrets/secret-store';

/** Values that the user chose to show, by reference; null: no longer known. */
export interface SecretsView {
  readonly revealed: ReadonlySignal<ReadonlyMap<string, string | null>>;
  reveal(reference: string): Promise<void>;
  hide(reference: string): void;
  /** The values of references, for sending or copying. They are not kept or shown. */
  resolve(references: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Secrets are masked until the user shows them, one by one, and are forgotten with the panel. */
export function createSecretsView(secrets: SecretStore): SecretsView {
  const revealed = signal<ReadonlyMap<string, string | null>>(new Map());
  return {
    revealed,
    async reveal(reference) {
      const values = await secrets.values([reference]);
      revealed.value = new Map(revealed.peek()).set(reference, values.get(reference) ?? null);
    },
    hide(reference) {
      const next = new Map(revealed.peek());
      next.delete(reference);
      revealed.value = next;
    },
    resolve: (references) => secrets.values(references),
  };
}
