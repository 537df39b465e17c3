import type {Source} from '../../verdict/source';

const document = 'ThriveStack Group API';
const url = 'https://docs.app.thrivestack.ai/public/api/group.html';

/** The current public page. */
export function groupApi(section: string): Source {
  return {document, section, url};
}

/** Documents the traits `enrichment_…`, a required group_type, limits and scopes. */
export function groupApi2025(section: string): Source {
  return {
    document: `${document} (2025)`,
    section,
    url: 'https://github.com/Thrivestack-public/docs/blob/develop/docs/getting-started/analyze/instrumentation/identification/group.md',
  };
}
