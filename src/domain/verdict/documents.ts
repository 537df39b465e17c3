import type {Source} from './source';

/**
 * The documents that rules and fields come from. If several generations of a vendor's documents exist, the link leads
 * to the one that is public today.
 */
type Cite = (section?: string) => Source;

function toCite(document: string, url?: string): Cite {
  const base: Source = url === undefined ? {document} : {document, url};
  return (section) => (section === undefined ? base : {...base, section});
}

const oldDocs = 'https://github.com/Thrivestack-public/docs/blob/main/docs';
const analyze = `${oldDocs}/getting-started/analyze`;
const standardEvents = `${analyze}/instrumentation/events/standard`;

export const trackApi = toCite(
  'ThriveStack Track API',
  'https://docs.app.thrivestack.ai/public/api/track.html',
);
/** Header x-api-key, warnings in responses, and a context on every event page. */
export const trackApi2025 = toCite(
  'ThriveStack Track API (2025)',
  'https://github.com/Thrivestack-public/docs/blob/develop/docs/getting-started/analyze/instrumentation/events/event-tracking.md',
);
export const thriveStackOpenApi = toCite(
  'ThriveStack OpenAPI',
  `${oldDocs}/integrate/public_apis/track.api.mdx`,
);
export const thriveStackAuthentication = toCite(
  'ThriveStack Authentication (2024)',
  `${analyze}/authentication.md`,
);
export const thriveStackGuides = toCite('ThriveStack AI setup guides (2026)');
export const customEvents = toCite('ThriveStack Custom events', `${standardEvents}/custom_events.md`);
export const standardEventsPage = toCite(
  'ThriveStack Standard events',
  `${standardEvents}/events_overview.md`,
);

/** The page of a standard event: "ThriveStack event invite_sent". */
export function eventPage(name: string, section?: string): Source {
  return toCite(`ThriveStack event ${name}`, `${standardEvents}/${name}.md`)(section);
}

const segmentDocs = 'https://segment.com/docs/connections';
export const segmentGroup = toCite('Segment Spec: Group', `${segmentDocs}/spec/group/`);
export const segmentCommon = toCite('Segment Spec: Common Fields', `${segmentDocs}/spec/common/`);
export const segmentHttpApi = toCite(
  'Segment HTTP API',
  `${segmentDocs}/sources/catalog/libraries/server/http-api/`,
);

/** The specification of one type of call: "Segment Spec: Track". */
export function segmentSpec(call: 'Identify' | 'Track' | 'Page' | 'Screen' | 'Alias'): Source {
  return {document: `Segment Spec: ${call}`, url: `${segmentDocs}/spec/${call.toLowerCase()}/`};
}

export const journyGroup = toCite('journy.io Group Spec');

/** "RFC 8259 › section 8.1". */
export function rfc(number: number, section: string): Source {
  return {
    document: `RFC ${number}`,
    section: `section ${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}

/** A rule of this product that is not in any document; its reason says why. */
export const ownCheck: Source = {document: 'Track Inspector check'};
