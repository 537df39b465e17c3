import {inspectRequest, inspectText} from '../../../../domain/inspect-request';
import type {DraftDependencies} from '../draft-dependencies';

/** How drafts are checked. It is loaded with the editor: the panel itself only mirrors what its judge found. */
export const draftChecks: Pick<DraftDependencies, 'inspect' | 'inspectText'> = {
  inspect: (request, settings) => inspectRequest(request, {settings}),
  inspectText: (request, inspection, settings) => inspectText(request, inspection, {settings}),
};
