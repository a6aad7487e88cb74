// A memo as a page that a browser prints. Free of VS Code.
import { escape } from '../pages/html';

export interface Printed {
  title: string;
  /** The memo as HTML, made of text whose marks were escaped. */
  html: string;
  style: string;
  /** Given where the page is to be printed as soon as it is open. */
  nonce?: string;
}

export function printedPage({ title, html, style, nonce }: Printed): string {
  const script = nonce === undefined ? '' : `<script nonce="${escape(nonce)}">addEventListener('load', () => print());</script>\n`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(`default-src 'none'; style-src 'unsafe-inline'${nonce === undefined ? '' : `; script-src 'nonce-${nonce}'`}; base-uri 'none'; form-action 'none'`)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
${html}</main>
${script}</body>
</html>
`;
}
