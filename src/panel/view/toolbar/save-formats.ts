import {type JudgedRequest, toCsv} from '../../../domain/export/csv';
import {toHar} from '../../../domain/har/write-har';

interface SaveFormat {
  extension: string;
  type: string;
  write(rows: readonly JudgedRequest[]): string;
}

const creator = {name: 'Track Inspector', version: '0.1'};

/** The files that the list can be saved as: loaded on first use. */
export const saveFormats: Record<'HAR' | 'CSV', SaveFormat> = {
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
