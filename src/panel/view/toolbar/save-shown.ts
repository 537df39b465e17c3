import {type JudgedRequest, toCsv} from '../../../domain/export/csv';
import {toHar} from '../../../domain/har/write-har';
import type {PanelStore} from '../../store/create-panel-store';
import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {readShown} from './read-shown';

interface SaveFormat {
  extension: string;
  type: string;
  /** `version` is that of this extension. */
  write(rows: readonly JudgedRequest[], version: string): string;
}

export type SaveTitle = 'HAR' | 'CSV';

/** The files that the list can be saved as. */
const formats: Record<SaveTitle, SaveFormat> = {
  HAR: {
    extension: 'har',
    type: 'application/json',
    write: (rows, version) =>
      toHar(
        rows.map(({request}) => request),
        {name: 'Track Inspector', version},
      ),
  },
  CSV: {extension: 'csv', type: 'text/csv', write: toCsv},
};

/** Saves the listed requests as a file, with masked credentials. Loaded on first use. */
export async function saveShown(store: PanelStore, title: SaveTitle): Promise<void> {
  const {extension, type, write} = formats[title];
  const rows = await readShown(store);
  download(write(rows, store.dependencies.version), `track-inspector.${extension}`, type);
  store.notices.tell(`Exported ${countOf(rows.length, 'request')} as ${title}. Credentials are masked.`);
}
