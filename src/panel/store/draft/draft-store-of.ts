import {createRecordId} from '../../../storage/log/create-record-id';
import type {PanelStore} from '../create-panel-store';
import {createHostAccess} from '../host-access';
import {createTargetCredentialsView} from '../replay/target-credentials-view';
import type {KnownValues} from './draft-dependencies';
import {createDraftStore, type DraftStore} from './draft-store';

/** The parts of the panel that the editor uses. */
export type EditedPanel = Pick<PanelStore, 'dependencies' | 'list' | 'ask'>;

const MAX_KNOWN = 200;

/** One store of drafts per panel, created when an editor or a history is first shown. */
const stores = new WeakMap<object, DraftStore>();

export function draftStoreOf(panel: EditedPanel): DraftStore {
  const made =
    stores.get(panel) ??
    createDraftStore({
      ...panel.dependencies,
      ask: panel.ask,
      settings: {value: panel.dependencies.settings.value},
      newId: createRecordId,
      access: createHostAccess(panel.dependencies.permissions),
      credentials: createTargetCredentialsView(panel.dependencies.targetCredentials),
      isListed: panel.list.has,
      known: () => toKnownValues(panel),
    });
  stores.set(panel, made);
  return made;
}

/** The newest first, so that the latest values are offered first. */
function toKnownValues({list}: EditedPanel): KnownValues {
  const users = new Set<string>();
  const groups = new Set<string>();
  const events = new Set<string>();
  for (const entry of list.entries.peek().toReversed()) {
    for (const {name, user, group} of entry.events) {
      keep(users, user);
      keep(groups, group);
      keep(events, name);
    }
  }
  return {users: [...users], groups: [...groups], events: [...events]};
}

function keep(values: Set<string>, value: string | null): void {
  if (value !== null && value !== '' && values.size < MAX_KNOWN) values.add(value);
}
