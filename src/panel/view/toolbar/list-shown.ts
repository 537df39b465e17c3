import type {PanelStore} from '../../store/create-panel-store';

/** Ids of the requests that pass the filter, in order. */
export function listShown({filter, list}: PanelStore): string[] {
  const {match} = filter.applied.peek();
  return list.entries
    .peek()
    .filter((entry) => match(entry) !== null)
    .map(({id}) => id);
}
