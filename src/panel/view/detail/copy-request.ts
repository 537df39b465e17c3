import type {JudgedRequest} from '../../../domain/export/csv';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import type {PanelStore} from '../../store/create-panel-store';
import type {CopyTitle} from './copy-titles';

interface CopyWish {
  judged: JudgedRequest;
  /** Index of the selected event; null if the request as a whole is selected. */
  event: number | null;
  title: CopyTitle;
  /** With the credentials, which are masked otherwise. */
  isUnmasked: boolean;
}

/** Copies the request to the clipboard as a command, as code or as text, and notifies the user. */
export async function copyRequest(
  {secrets, notices}: PanelStore,
  {judged, event, title, ...wish}: CopyWish,
): Promise<void> {
  // A test is stored in a repository, so it must not contain credentials.
  const isUnmasked = wish.isUnmasked && title !== 'Playwright assertion';
  try {
    const {copyFormats} = await import('./copy-formats');
    const options = isUnmasked ? {secrets: await secrets.resolve(secretsOf(judged.request))} : {};
    await navigator.clipboard.writeText(copyFormats[title](judged, event, options));
    notices.tell(isUnmasked ? `Copied as ${title}, with credentials.` : `Copied as ${title}.`);
  } catch (error) {
    notices.fail(error);
  }
}
