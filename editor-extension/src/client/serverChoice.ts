// Which program serves. Free of VS Code, so that every machine can be tested on one.

/** What matters of the machine. */
export interface Machine {
  platform: string;
  arch: string;
  /** Whether programs that were built for the GNU C library run here. */
  glibc: boolean;
  exists(path: string): boolean;
  join(...parts: string[]): string;
  /** The program `dotnet`, where it is found. */
  dotnet: string | undefined;
}

export type ServerChoice =
  | { kind: 'run'; command: string; args: string[] }
  | { kind: 'needsDotnet' }
  | { kind: 'wrongPath'; path: string }
  | { kind: 'notBundled' };

/** The first runtime that the portable server runs on. */
export const neededRuntime = 10;

const args = ['lsp', '--stdio'];

/**
 * The user's own server first, then the native one, then the portable one.
 * @param own the setting `policy.server.path`
 * @param bundle the folder `server` of the extension
 */
export function chooseServer(own: string, bundle: string, machine: Machine): ServerChoice {
  if (own !== '') {
    return machine.exists(own) ? program(own, machine) : { kind: 'wrongPath', path: own };
  }

  const native = machine.join(bundle, 'linux-x64', 'policyc');
  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc && machine.exists(native)) {
    return { kind: 'run', command: native, args };
  }

  const portable = machine.join(bundle, 'portable', 'policyc.dll');
  return machine.exists(portable) ? program(portable, machine) : { kind: 'notBundled' };
}

function program(path: string, machine: Machine): ServerChoice {
  if (!path.toLowerCase().endsWith('.dll')) {
    return { kind: 'run', command: path, args };
  }

  return machine.dotnet === undefined ? { kind: 'needsDotnet' } : { kind: 'run', command: machine.dotnet, args: [path, ...args] };
}

/** Whether the answer of `dotnet --list-runtimes` names a runtime that the portable server runs on. */
export function hasNeededRuntime(listed: string): boolean {
  return [...listed.matchAll(/^Microsoft\.NETCore\.App (\d+)\./gm)].some(m => Number(m[1]) >= neededRuntime);
}
