import type {Source} from '../../verdict/source';

/** The current public page. */
export function identifyApi(section: string): Source {
  return {
    document: 'ThriveStack Identify API',
    section,
    url: 'https://docs.app.thrivestack.ai/public/api/identify.html',
  };
}

/** Documents the traits `name` and `email`, and a context with a group_id. */
export function identifyOpenApi(section: string): Source {
  return {
    document: 'ThriveStack OpenAPI',
    section,
    url: 'https://github.com/Thrivestack-public/docs/blob/main/docs/integrate/public_apis/identify.api.mdx',
  };
}
