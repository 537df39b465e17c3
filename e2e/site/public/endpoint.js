import {servedApi} from '/config.js';

const asked = new URLSearchParams(location.search).get('api');
if (asked) sessionStorage.setItem('api', asked);

/** Origin of the Track API: `?api=` of this or an earlier page of the visit, else what the server was started with. */
export const api = sessionStorage.getItem('api') ?? servedApi;
export const endpoint = `${api}/api/track`;
export const apiKey = 'ts_demo_3f9a61c07be24d58';
