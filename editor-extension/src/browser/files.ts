import * as vscode from 'vscode';

/** More files than anybody drafts; a folder that has more is not a folder of policies. */
const most = 2000;
const skipped = /^(node_modules|bin|obj|\..*)$/;
const wanted = /(\.policy|\.policy\.md|(^|\/)policy\.json)$/i;

/** What the server is given of a folder: its policy files and project files. */
export function isWanted(uri: vscode.Uri): boolean {
  return wanted.test(uri.path);
}

/**
 * The texts of a folder by their addresses. Folders are walked, since not every file system of a browser can be searched.
 * @param tooMany said once where not all are read
 */
export async function filesBelow(folder: vscode.Uri, tooMany: (message: string) => void): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const waiting = [folder];
  let count = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const [name, type] of await entries(at)) {
      const uri = vscode.Uri.joinPath(at, name);
      if ((type & vscode.FileType.Directory) !== 0) {
        if (!skipped.test(name)) {
          waiting.push(uri);
        }
      } else if (isWanted(uri)) {
        if (++count > most) {
          tooMany(`This folder has more than ${most} policy files; the others are not checked here. Open a folder with fewer, or use VS Code on a machine.`);
          return files;
        }

        const text = await textOf(uri);
        if (text !== null) {
          files[uri.toString()] = text;
        }
      }
    }
  }

  return files;
}

/** The text of a file; null where it cannot be read. */
export async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // A folder that may not be read has nothing for us.
  }
}
