import {Lazy} from '../../frame/Lazy';
import type {ReadyDetail} from '../ready-detail';

const load = () => import('./request-tabs');

type Tabs = Awaited<ReturnType<typeof load>>;

/**
 * The tabs with request and response: most users only look at the events, and do not wait for these. For each request
 * anew, with its credentials masked.
 */
function toLazyTab(name: keyof Tabs) {
  return ({detail}: {detail: ReadyDetail}) => (
    <Lazy what="the request" load={load}>
      {({[name]: Tab}) => <Tab detail={detail} key={detail.request.id} />}
    </Lazy>
  );
}

export const LazyRequestTab = toLazyTab('RequestTab');
export const LazyResponseTab = toLazyTab('ResponseTab');
export const LazyReplaysTab = toLazyTab('ReplaysTab');
