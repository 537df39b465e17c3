import type {filterFields, isValues} from './parse-filter';

/** What each word of the filter line finds, as shown in the shortcut overview and README.md. */
export const filterWords: Readonly<Record<(typeof filterFields)[number], {example: string; finds: string}>> =
  {
    name: {example: 'name:invite_sent', finds: 'events by their name, or a part of it'},
    event: {example: 'event:invite_sent', finds: 'events by their whole name'},
    type: {example: 'type:identify', finds: 'events by their type: track, identify, group, page'},
    user: {example: 'user:766b', finds: 'events by their user, or a part of it'},
    group: {example: 'group:bp497', finds: 'events by their group or account, or a part of it'},
    prop: {
      example: 'prop:plan=trial',
      finds: 'events by a property or trait, at any depth, and the beginning of its value',
    },
    is: {example: 'is:error', finds: 'requests and events by their state'},
    status: {example: 'status:4xx', finds: 'requests by their status: 400, 4xx, pending, failed, unknown'},
    url: {example: 'url:staging', finds: 'requests by the address they were sent to'},
    code: {example: 'code:bad-email', finds: 'requests and events by the code of an issue'},
    plan: {example: 'plan:shop', finds: 'events with an issue of a tracking plan, by a part of its title'},
    rule: {example: 'rule:"Signed Up"', finds: 'events with an issue of a rule of a tracking plan'},
    page: {example: 'page:/signup', finds: 'requests by the address of the page that sent them'},
    after: {example: 'after:2026-11-22T15:51', finds: 'requests sent at this local time or later'},
    before: {example: 'before:2026-11-22T15:52', finds: 'requests sent at this local time or earlier'},
  };

/** The words after `is:`. */
export const isWords: Readonly<Record<(typeof isValues)[number], string>> = {
  error: 'with an error',
  warning: 'with a warning',
  ok: 'without errors and warnings',
  failed: 'that failed, or got a status of 400 or more',
  unread: 'whose events could not be read',
  replay: 'sent from this panel',
  pinned: 'that are pinned',
  imported: 'that come from a file',
  worker: 'sent by a worker or an unloaded page',
};
