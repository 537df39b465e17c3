import type {PanelStore} from '../../store/create-panel-store';

/** Removes an import; the keys go on in the list, since the control that was pressed goes with it. */
export async function removeWithUndo(store: PanelStore, importId: string): Promise<void> {
  try {
    const {removeImport} = await import('../../store/remove-import');
    await removeImport(store, importId, () => crypto.randomUUID());
    document.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  } catch (error) {
    store.notices.fail(error);
  }
}
