import {replaceHidden, toEscape} from '../../../domain/bytes/hidden-characters';
import type {PanelStore} from '../../store/create-panel-store';
import {addFilterWord} from '../../store/filter/to-filter-word';
import {openComparison} from '../compare/open-comparison';
import {copyRequest} from '../detail/copy-request';
import {removeWithUndo} from '../list/remove-with-undo';
import type {RowDeed} from './list-row-actions';

/** Runs the action that was chosen in a row's menu. */
export function doRowAction(store: PanelStore, deed: RowDeed): void {
  const {selection, filter, tabs} = store;
  switch (deed.kind) {
    case 'open':
      selection.select(deed.row);
      if (deed.tab !== null) tabs.show(deed.tab);
      selection.open();
      return;
    case 'fold':
      store.setFolded(deed.key, deed.folded);
      return;
    case 'mark':
      selection.mark(deed.row);
      return;
    case 'compare':
      openComparison(store, deed);
      return;
    case 'copy':
      void copyRow(store, deed);
      return;
    case 'copy-text':
      void copyText(store, deed);
      return;
    case 'filter':
      filter.setText(addFilterWord(filter.text.peek(), deed.word));
      return;
    case 'coverage':
      store.coverage.wanted.value = deed.event;
      store.coverage.opened.value = true;
      return;
    case 'pin':
      void store.setPinned(deed.id, deed.pinned);
      return;
    case 'resend':
      store.closeBeside();
      store.resending.value = deed.ids;
      return;
    case 'remove-import':
      void removeWithUndo(store, deed.importId);
  }
}

async function copyRow(store: PanelStore, {row, title}: Extract<RowDeed, {kind: 'copy'}>): Promise<void> {
  const judged = await store.read(row.id).catch(store.notices.fail);
  if (judged) await copyRequest(store, {judged, event: row.event, title, isUnmasked: false});
  else if (judged === null) store.notices.fail('This request is no longer in the log.');
}

async function copyText(store: PanelStore, deed: Extract<RowDeed, {kind: 'copy-text'}>): Promise<void> {
  try {
    // If the name is pasted into a terminal, a line break from the page would end a command.
    await navigator.clipboard.writeText(replaceHidden(deed.text, toEscape));
    store.notices.tell(`Copied the ${deed.what}.`);
  } catch (error) {
    store.notices.fail(error);
  }
}
