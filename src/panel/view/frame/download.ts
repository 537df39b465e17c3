/** Saves a text as a file, like a click on a link. */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the blob after the click; a minute is enough, and the panel may be open for days.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
