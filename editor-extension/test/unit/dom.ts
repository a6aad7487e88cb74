import { parseHTML } from 'linkedom';

/** A page to build in; the builders find it where a browser has it. */
export function usePage(): Document {
  const { document, window } = parseHTML('<!DOCTYPE html><html><body><main id="page"></main></body></html>');
  Object.assign(globalThis, { document, Node: window.Node });
  return document;
}

export function press(document: Document, target: Element, key: string): void {
  const event = document.createEvent('Event');
  event.initEvent('keydown', true, true);
  Object.assign(event, { key });
  target.dispatchEvent(event);
}

export function fire(document: Document, target: Element, type: string): void {
  const event = document.createEvent('Event');
  event.initEvent(type, true, true);
  target.dispatchEvent(event);
}
