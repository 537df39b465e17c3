import type {PanelStore} from '../../store/create-panel-store';

/** Removes an import; the focus moves to the list, since the pressed control is removed too. */
export async function removeWithUndo(store: PanelStore, importId: string): Promise<void> {
  try {
    const {removeImport} = await import('../../store/remove-import');
    await removeImport(store, importId);
    document.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  } catch (error) {
    store.notices.fail(error);
  }
}
