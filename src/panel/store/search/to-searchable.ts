/**
 * A text as it is searched: in lower case, and composed (NFC), since macOS writes `é` as two characters where a keyboard
 * types one. Both what is typed and what is looked through go through here.
 */
export function toSearchable(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
