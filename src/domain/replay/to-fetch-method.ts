/** The method that fetch sends: it converts these to uppercase (Fetch, section 2.2.1), and `patch` is not one of them. */
export function toFetchMethod(written: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(written) ? written.toUpperCase() : written;
}
