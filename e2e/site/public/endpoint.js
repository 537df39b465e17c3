import {servedApi} from '/config.js';

const asked = new URLSearchParams(location.search).get('api');
if (asked) sessionStorage.setItem('api', asked);

/**
 * Origin of the vendor's APIs: `?api=` of this or an earlier page of the visit, else the value that the server was
 * started with.
 */
export const api = sessionStorage.getItem('api') ?? servedApi;
export const endpoint = `${api}/api/track`;
export const identifyEndpoint = `${api}/api/identify`;
export const groupEndpoint = `${api}/api/group`;
export const apiKey = 'ts_demo_3f9a61c07be24d58';
