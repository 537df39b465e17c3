import {openPlanStore, type PlanStore} from './plan-store';

/** The database of plans, and the channel with which contexts notify each other of changes. */
const NAME = 'track-inspector-plans';

/** The user's tracking plans. Each call rejects if IndexedDB is not available. */
export function openPlans(): PlanStore {
  const opening = openPlanStore(NAME, new BroadcastChannel(NAME));
  // Callers get the error themselves.
  opening.catch(() => undefined);
  return {
    list: async () => (await opening).list(),
    put: async (plan) => (await opening).put(plan),
    update: async (id, change) => (await opening).update(id, change),
    remove: async (id) => (await opening).remove(id),
    subscribe(listener) {
      let stop: (() => void) | null = null;
      let isOver = false;
      opening.then(
        (store) => {
          if (!isOver) stop = store.subscribe(listener);
        },
        () => undefined,
      );
      return () => {
        isOver = true;
        stop?.();
      };
    },
  };
}
