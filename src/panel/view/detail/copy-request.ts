import type {JudgedRequest} from '../../../domain/export/csv';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import type {PanelStore} from '../../store/create-panel-store';
import type {CopyTitle} from './copy-titles';

interface CopyWish {
  judged: JudgedRequest;
  /** Index of the event that is selected; null where the request as a whole is. */
  event: number | null;
  title: CopyTitle;
  /** With the credentials themselves, which are masked else. */
  isUnmasked: boolean;
}

/** Puts the request into the clipboard as a command, as code or as text, and tells the user. */
export async function copyRequest(
  {secrets, notices}: PanelStore,
  {judged, event, title, ...wish}: CopyWish,
): Promise<void> {
  // A test is kept in a repository: no credential belongs there.
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
