import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import type {PanelStore} from '../store/create-panel-store';

export const StoreContext = createContext<PanelStore | null>(null);

export function useStore(): PanelStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('This component must be inside <StoreContext.Provider>.');
  return store;
}
