import type {TargetCredential} from '../../domain/replay/headers/target-credential';
import * as z from '../../domain/zod';
import type {Locks} from '../open-session';
import type {StorageArea} from '../storage-area';
import type {SecretStore} from './secret-store';

/** Credentials that the user gave for targets, by the target's base URL. They last as long as the browser session. */
export type TargetCredentialMap = Readonly<Record<string, readonly TargetCredential[]>>;

export interface TargetCredentialStore {
  read(): Promise<TargetCredentialMap>;
  /** Keeps a header's value for a target, in place of one of that name; resolves to all. */
  keep(target: string, name: string, value: string): Promise<TargetCredentialMap>;
  /** Uses it no more; resolves to the rest. */
  remove(target: string, name: string): Promise<TargetCredentialMap>;
}

const KEY = 'target-credentials';
const mapSchema = z.record(z.string(), z.array(z.object({name: z.string(), secret: z.string()})));

/** @param area `storage.session`: nothing of it, not even which target has a credential, touches the disk */
export function openTargetCredentials(options: {
  area: StorageArea;
  /** Panels take turns, so that none writes over what another has just kept. */
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
