import type {LineOptions} from './coverage-lines';
import {type CoverageStore, type CoveredPanel, createCoverageStore} from './coverage-store';

/** One per panel, created when coverage is first opened: choices are kept while it is closed. */
const stores = new WeakMap<object, CoverageStore>();

export function coverageStoreOf(
  panel: CoveredPanel,
  options: Pick<LineOptions, 'formatTime'>,
): CoverageStore {
  const made = stores.get(panel) ?? createCoverageStore(panel, options);
  stores.set(panel, made);
  return made;
}
