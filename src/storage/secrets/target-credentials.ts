import type {TargetCredential} from '../../domain/replay/headers/target-credential';
import * as z from '../../domain/zod';
import type {Locks} from '../open-session';
import type {StorageArea} from '../storage-area';
import type {SecretStore} from './secret-store';

/** Credentials that the user gave for targets, by the target's base URL. They are kept during the browser session. */
export type TargetCredentialMap = Readonly<Record<string, readonly TargetCredential[]>>;

export interface TargetCredentialStore {
  read(): Promise<TargetCredentialMap>;
  /** Stores a header's value for a target, replacing one with that name; resolves to all. */
  keep(target: string, name: string, value: string): Promise<TargetCredentialMap>;
  /** Removes it; resolves to the remaining ones. */
  remove(target: string, name: string): Promise<TargetCredentialMap>;
}

const KEY = 'target-credentials';
const mapSchema = z.record(z.string(), z.array(z.object({name: z.string(), secret: z.string()})));

/** @param area `storage.session`: nothing is written to disk, not even which target has a credential */
export function openTargetCredentials(options: {
  area: StorageArea;
  /** Panels take turns, so that none overwrites what another has just stored. */
  locks: Locks;
  secrets: Pick<SecretStore, 'keep'>;
}): TargetCredentialStore {
  const {area, locks, secrets} = options;

  async function read(): Promise<TargetCredentialMap> {
    return mapSchema.safeParse((await area.get(KEY))[KEY]).data ?? {};
  }

  function change(
    target: string,
    toNext: (before: readonly TargetCredential[]) => TargetCredential[],
  ): Promise<TargetCredentialMap> {
    return locks.request('track-inspector-target-credentials', async () => {
      const all = await read();
      const next = {...all, [target]: toNext(all[target] ?? [])};
      await area.set({[KEY]: next});
      return next;
    });
  }

  return {
    read,
    async keep(target, name, value) {
      const secret = await secrets.keep(value);
      return change(target, (before) => [...without(before, name), {name, secret}]);
    },
    remove: (target, name) => change(target, (before) => without(before, name)),
  };
}

function without(credentials: readonly TargetCredential[], name: string): TargetCredential[] {
  return credentials.filter((each) => each.name.toLowerCase() !== name.toLowerCase());
}
