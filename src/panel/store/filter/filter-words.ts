import type {filterFields, isValues} from './parse-filter';

/** What each word of the filter line finds, as the overview of shortcuts and README.md say it. */
export const filterWords: Readonly<Record<(typeof filterFields)[number], {example: string; finds: string}>> =
  {
    name: {example: 'name:invite_sent', finds: 'events by their name, or a part of it'},
    type: {example: 'type:identify', finds: 'events by their type: track, identify, group, page'},
    user: {example: 'user:766b', finds: 'events by their user, or a part of it'},
    group: {example: 'group:bp497', finds: 'events by their group or account, or a part of it'},
    is: {example: 'is:error', finds: 'by what a request or event is, see below'},
    status: {example: 'status:4xx', finds: 'requests by their status: 400, 4xx, pending, failed'},
    url: {example: 'url:staging', finds: 'requests by the address they were sent to'},
    code: {example: 'code:bad-email', finds: 'requests and events by the code of an issue'},
    page: {example: 'page:/signup', finds: 'requests by the address of the page that sent them'},
  };

/** What can stand behind `is:`. */
export const isWords: Readonly<Record<(typeof isValues)[number], string>> = {
  error: 'has an error',
  warning: 'has a warning',
  ok: 'was checked and has neither',
  failed: 'did not arrive, or was answered with 400 or more',
  unread: 'could not be read as events',
  replay: 'was sent from this panel',
  pinned: 'is pinned',
  worker: 'was sent by a worker, or by a page that was left',
};
