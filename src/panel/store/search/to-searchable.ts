/**
 * A text in the form used for searching: in lowercase, and composed (NFC), since macOS writes `é` as two characters,
 * but a keyboard types one. Both the typed and the searched text are converted.
 */
export function toSearchable(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
