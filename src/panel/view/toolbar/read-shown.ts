import type {JudgedRequest} from '../../../domain/export/csv';
import type {PanelStore} from '../../store/create-panel-store';
import {listAllShown} from './list-shown';

/** The requests that match the filter, in order, with their bodies and verdicts; removed ones are left out. */
export async function readShown(store: PanelStore): Promise<JudgedRequest[]> {
  const rows: JudgedRequest[] = [];
  for (const id of await listAllShown(store)) {
    const inspected = await store.read(id);
    if (inspected) rows.push(inspected);
    if (rows.length % 50 === 0) await store.pause();
  }
  return rows;
}
