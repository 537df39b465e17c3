import {type JudgedRequest, toCsv} from '../../../domain/export/csv';
import {toHar} from '../../../domain/har/write-har';
import type {PanelStore} from '../../store/create-panel-store';
import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {readShown} from './read-shown';

interface SaveFormat {
  extension: string;
  type: string;
  write(rows: readonly JudgedRequest[]): string;
}

export type SaveTitle = 'HAR' | 'CSV';

const creator = {name: 'Track Inspector', version: '0.1'};

/** The files that the list can be saved as. */
const formats: Record<SaveTitle, SaveFormat> = {
  HAR: {
    extension: 'har',
    type: 'application/json',
    write: (rows) =>
      toHar(
        rows.map(({request}) => request),
        creator,
      ),
  },
  CSV: {extension: 'csv', type: 'text/csv', write: toCsv},
};

/** Saves what the list shows as a file, credentials masked. Loaded on first use. */
export async function saveShown(store: PanelStore, title: SaveTitle): Promise<void> {
  const {extension, type, write} = formats[title];
  const rows = await readShown(store);
  download(write(rows), `track-inspector.${extension}`, type);
  store.notices.tell(`Exported ${countOf(rows.length, 'request')} as ${title}. Credentials are masked.`);
}
