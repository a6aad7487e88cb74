// A file system in memory, filled with the files of /workspace.json.
const vscode = require('vscode');

exports.activate = async context => {
  const texts = await (await fetch(context.extensionUri.with({ path: '/workspace.json' }).toString(true))).json();
  const files = new Map(Object.entries(texts).map(([name, text]) => [`/${name}`, new TextEncoder().encode(text)]));
  const changed = new vscode.EventEmitter();
  const isFolder = path => path === '/' || [...files.keys()].some(name => name.startsWith(`${path}/`));
  const bytes = uri => {
    const found = files.get(uri.path);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: uri => (isFolder(uri.path) ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 } : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes(uri).length }),
    readDirectory(uri) {
      const below = uri.path === '/' ? '/' : `${uri.path}/`;
      const names = [...files.keys()].filter(name => name.startsWith(below)).map(name => name.slice(below.length).split('/'));
      return [...new Map(names.map(([name, ...rest]) => [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File]))];
    },
    createDirectory: () => {},
    readFile: bytes,
    writeFile(uri, content) {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, content);
      changed.fire([{ type, uri }]);
    },
    delete(uri) {
      files.delete(uri.path);
      changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename: () => { throw vscode.FileSystemError.NoPermissions('nothing is renamed here'); },
  }));
};
