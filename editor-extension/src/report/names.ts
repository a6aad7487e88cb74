// The name of a report's file. Free of VS Code.

const most = 60;

/** A name that every file system takes, made of what the report is called. */
export function fileName(title: string): string {
  const plain = title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, most).replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'report' : plain}.html`;
}
