import {type ReadonlySignal, signal} from '@preact/signals';
import type {TargetCredential} from '../../../domain/replay/headers/target-credential';
import type {TargetCredentialMap, TargetCredentialStore} from '../../../storage/secrets/target-credentials';

/** The credentials that the user gave for targets in this browser session. */
export interface TargetCredentialsView {
  /** By the target's base URL; empty until they are read. */
  readonly all: ReadonlySignal<TargetCredentialMap>;
  /** Reads the signal, so computed values follow it. Null: no target, no credentials. */
  of(target: string | null): readonly TargetCredential[];
  keep(target: string, name: string, value: string): Promise<void>;
  remove(target: string, name: string): Promise<void>;
}

export function createTargetCredentialsView(store: TargetCredentialStore): TargetCredentialsView {
  const all = signal<TargetCredentialMap>({});
  const show = (next: TargetCredentialMap) => {
    all.value = next;
  };
  store
    .read()
    .then(show)
    .catch(() => {
      // In this case none is offered, and entering one shows the error.
      show({});
    });
  return {
    all,
    of: (target) => (target === null ? [] : (all.value[target] ?? [])),
    keep: async (target, name, value) => show(await store.keep(target, name, value)),
    remove: async (target, name) => show(await store.remove(target, name)),
  };
}
