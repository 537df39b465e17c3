import type {PanelStore} from '../../store/create-panel-store';

/** IDs of the requests that match the filter, in order. */
export function listShown({filter, list}: PanelStore): string[] {
  const {match} = filter.applied.peek();
  return list.entries
    .peek()
    .filter((entry) => match(entry) !== null)
    .map(({id}) => id);
}

/**
 * The same, once the log is read and the rows follow the typed filter: saving or sending the previous rows would be
 * wrong without saying so.
 */
export async function listAllShown(store: PanelStore): Promise<string[]> {
  await store.list.whenLoaded;
  await new Promise<void>((resolve) => store.filter.whenApplied(resolve));
  return listShown(store);
}
