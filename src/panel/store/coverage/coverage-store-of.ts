import type {LineOptions} from './coverage-lines';
import {type CoverageStore, type CoveredPanel, createCoverageStore} from './coverage-store';

/** One a panel, made when coverage is first opened: what is chosen in it stays while it is closed. */
const stores = new WeakMap<object, CoverageStore>();

export function coverageStoreOf(
  panel: CoveredPanel,
  options: Pick<LineOptions, 'formatTime'>,
): CoverageStore {
  const made = stores.get(panel) ?? createCoverageStore(panel, options);
  stores.set(panel, made);
  return made;
}
