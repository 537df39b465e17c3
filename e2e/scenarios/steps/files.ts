import {expect} from 'playwright/test';
import type {Surface} from '../../setup/surface';

/** Runs an action that saves a file; resolves to the contents of the file. */
export async function readSaved(surface: Surface, save: () => Promise<void>): Promise<string> {
  await surface.evaluate(() => {
    const make = URL.createObjectURL;
    delete document.documentElement.dataset.saved;
    URL.createObjectURL = (blob: Blob) => {
      URL.createObjectURL = make;
      void blob.text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return make.call(URL, blob);
    };
  });
  await save();
  const read = () => surface.evaluate(() => document.documentElement.dataset.saved ?? '');
  await expect.poll(read, {message: 'a file is saved'}).not.toBe('');
  return read();
}

export interface GivenFile {
  name: string;
  text: string;
}

/** Runs an action that opens a file dialog, and gives it the file, since scripts cannot control the browser's own dialog. */
export async function giveFile(surface: Surface, file: GivenFile, ask: () => Promise<void>): Promise<void> {
  await surface.evaluate(({name, text}) => {
    const give = (event: Event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
      document.removeEventListener('click', give, {capture: true});
      event.preventDefault();
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    };
    document.addEventListener('click', give, {capture: true});
  }, file);
  await ask();
}
