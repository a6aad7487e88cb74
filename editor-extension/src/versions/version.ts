// An earlier version of the files. Free of VS Code.

export interface OldFile { uri: string; text: string }

export interface Version {
  /** What it is called: "the last commit". */
  label: string;
  /** A document of the project, or its folder. */
  uri: string;
  /** Each text where the file would stand now. */
  files: OldFile[];
}
