// The extension, as its pages see it.

interface VsCode { postMessage(message: unknown): void }
declare function acquireVsCodeApi(): VsCode;

/** Shows each state that the extension sends, and returns how to speak to it. */
export function connect<State, Message>(render: (state: State) => void): (message: Message) => void {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => render(event.data as State));
  return message => api.postMessage(message);
}
