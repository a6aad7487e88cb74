import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { Restarts } from './restarts';

/**
 * A server that ended is started again. That a write to it failed just before is the same event seen from the other side: the client's
 * own handler would take it for a reason to give up.
 */
export function startAgain(log: (line: string) => void): ErrorHandler {
  const restarts = new Restarts();
  return {
    error: problem => {
      log(`The connection to the server failed: ${problem.message}`);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      if (restarts.again(Date.now())) {
        log('The server ended; it is started again.');
        return { action: CloseAction.Restart, handled: true };
      }

      return { action: CloseAction.DoNotRestart, message: 'The PolicyLang language server ends again and again and was not started anew. The command "Policy: Restart Language Server" tries once more; "Policy: Show Output" tells what it said.' };
    },
  };
}
