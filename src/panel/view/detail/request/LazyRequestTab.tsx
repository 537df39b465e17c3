import {Lazy} from '../../frame/Lazy';
import type {ReadyDetail} from '../ready-detail';

const load = () => import('./request-tabs');

type Tabs = Awaited<ReturnType<typeof load>>;

/** The tabs on what went over the wire: most people look at the events alone, and do not wait for these. */
function toLazyTab(name: keyof Tabs) {
  return ({detail}: {detail: ReadyDetail}) => (
    <Lazy what="the request" load={load}>
      {({[name]: Tab}) => <Tab detail={detail} />}
    </Lazy>
  );
}

export const LazyRequestTab = toLazyTab('RequestTab');
export const LazyResponseTab = toLazyTab('ResponseTab');
export const LazyReplaysTab = toLazyTab('ReplaysTab');
