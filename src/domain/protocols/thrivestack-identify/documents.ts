import type {Source} from '../../verdict/source';

const document = 'ThriveStack Identify API';
const url = 'https://docs.app.thrivestack.ai/public/api/identify.html';

/** The page that is public today. */
export function identifyApi(section: string): Source {
  return {document, section, url};
}

/** The traits `enrichment_…`, limits and scopes. */
export function identifyApi2025(section: string): Source {
  return {
    document: `${document} (2025)`,
    section,
    url: 'https://github.com/Thrivestack-public/docs/blob/develop/docs/getting-started/analyze/instrumentation/identification/user.md',
  };
}

/** The traits `name` and `email`, and a context with a group_id. */
export function identifyOpenApi(section: string): Source {
  return {
    document: 'ThriveStack OpenAPI',
    section,
    url: 'https://github.com/Thrivestack-public/docs/blob/main/docs/integrate/public_apis/identify.api.mdx',
  };
}
