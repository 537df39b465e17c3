import type {PanelStore} from '../../store/create-panel-store';

/** Ids of the requests that pass the filter, in order. */
export function listShown({filter, list}: PanelStore): string[] {
  const {match} = filter.applied.peek();
  return list.entries
    .peek()
    .filter((entry) => match(entry) !== null)
    .map(({id}) => id);
}

/**
 * The same, once the log is read and the rows follow what is typed: what is saved or sent of the rows before would not
 * say so.
 */
export async function listAllShown(store: PanelStore): Promise<string[]> {
  await store.list.whenLoaded;
  await new Promise<void>((resolve) => store.filter.whenApplied(resolve));
  return listShown(store);
}
