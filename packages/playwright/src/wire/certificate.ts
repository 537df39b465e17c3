import {generate} from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

let made: Promise<Certificate> | null = null;

/** A key and a certificate that browsers do not trust by default, made once per process and never written to disk. */
export function ownCertificate(): Promise<Certificate> {
  made ??= generate([{name: 'commonName', value: 'Track Inspector for Playwright'}], {
    keyType: 'ec',
    algorithm: 'sha256',
  }).then(({private: key, cert}) => ({key, cert}));
  return made;
}
