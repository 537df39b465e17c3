import {generate} from 'selfsigned';

/** A self-signed certificate for host names, valid for the length of a test run. PEM texts. */
export async function createCertificate(
  hosts: readonly [string, ...string[]],
): Promise<{key: string; cert: string}> {
  const pems = await generate([{name: 'commonName', value: hosts[0]}], {
    keySize: 2048,
    extensions: [{name: 'subjectAltName', altNames: hosts.map((value) => ({type: 2, value}))}],
  });
  return {key: pems.private, cert: pems.cert};
}
