/** The browser allows 10 MB in total. Captured records are kept, but replays of them would lack their credentials. */
export class SecretQuotaError extends Error {
  constructor(cause: unknown) {
    super(
      'The browser’s memory for credentials (10 MB a session) is full: new credentials are not kept, and requests ' +
        'with them cannot be replayed unchanged. Clear the log, or lower its limits in the settings.',
      {cause},
    );
    this.name = 'SecretQuotaError';
  }
}
