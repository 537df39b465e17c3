import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {formatDateTime} from '../../format/format-time';
import {maskUrl} from '../../format/format-url';
import {shorten} from '../../format/shorten';
import type {ReadyDetail} from '../ready-detail';
import {BodyView} from './BodyView';
import {HeadersTable} from './HeadersTable';
import {LimitMeter} from './LimitMeter';

/** The request as it was sent: its address, its headers, and its body as unchanged text. */
export function RequestTab({detail}: {detail: ReadyDetail}) {
  const {request, inspection} = detail;
  return (
    <div class="tab-body">
      <section class="section" aria-label="Request">
        <h3>Request</h3>
        <table class="facts">
          <tbody>
            {toFacts(request).map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="mono">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <HeadersTable
        title="Request headers"
        headers={request.headers}
        imported={request.seenBy.includes('import')}
      />
      <section class="section">
        <h3>Body as sent</h3>
        <LimitMeter size={inspection.size} />
        <BodyView request={request} />
      </section>
    </div>
  );
}

const observers: Record<CapturedRequest['seenBy'][number], string> = {
  'web-request': 'background capture',
  har: 'DevTools',
  'page-hook': 'page hook (reported by the page)',
  replay: 'replay',
  import: 'import',
};

function toFacts(request: CapturedRequest): [name: string, value: string][] {
  const {url, urlLength, method, startedAt, origin, seenBy} = request;
  const {frameId, initiator, documentUrl, pageUrl, type, tabId} = origin;
  const sender = documentUrl ?? initiator;
  const facts: [string, string | null][] = [
    ['URL', maskUrl(shorten(url, 4000))],
    [
      'URL length',
      urlLength === undefined ? null : `${urlLength} characters; the first ${url.length} were kept`,
    ],
    ['Method', method],
    ['Sent', startedAt === null ? 'time not recorded' : formatDateTime(startedAt)],
    ['Page', pageUrl === null ? null : maskUrl(pageUrl)],
    ['Frame', frameId === null || frameId === 0 ? null : `frame ${frameId}`],
    ['Sent by', sender === null ? null : maskUrl(sender)],
    ['Context', tabId === null && type !== null ? `no tab: a worker or an unloaded page (${type})` : type],
    ['Imported from', request.imported?.file ?? null],
    ['Captured by', seenBy.map((observer) => observers[observer]).join(', ')],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, shorten(value, 4000)]]));
}
