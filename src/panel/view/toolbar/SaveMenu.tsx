import {type JudgedRequest, toCsv} from '../../../domain/export/csv';
import {toHar} from '../../../domain/export/har';
import {countOf} from '../format/format-count';
import {Menu} from '../frame/Menu';
import {SaveIcon} from '../icons';
import {useStore} from '../store-context';
import {ImportHar} from './ImportHar';
import {readShown} from './read-shown';

interface SaveFormat {
  title: string;
  extension: string;
  type: string;
  write(rows: readonly JudgedRequest[]): string;
}

const creator = {name: 'Track Inspector', version: '0.1'};
const formats: readonly SaveFormat[] = [
  {
    title: 'HAR',
    extension: 'har',
    type: 'application/json',
    write: (rows) =>
      toHar(
        rows.map(({request}) => request),
        creator,
      ),
  },
  {title: 'CSV', extension: 'csv', type: 'text/csv', write: toCsv},
];

/** Saves what the list shows as a file, credentials masked; reads a file into the list. */
export function SaveMenu() {
  const store = useStore();

  async function save({title, extension, type, write}: SaveFormat): Promise<void> {
    try {
      const rows = await readShown(store);
      download(write(rows), `track-inspector.${extension}`, type);
      store.notices.tell(`Saved ${countOf(rows.length, 'request')} as ${title}; credentials are masked.`);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  return (
    <Menu id="save-menu" label="Save and import" Icon={SaveIcon}>
      {(close) => (
        <>
          {formats.map((format) => (
            <button
              type="button"
              class="menu-item"
              key={format.title}
              onClick={() => {
                close();
                void save(format);
              }}
            >
              Save what is listed as {format.title}
            </button>
          ))}
          <ImportHar close={close} />
        </>
      )}
    </Menu>
  );
}

function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the blob after the click; a minute is ample, and the panel may live for days.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
