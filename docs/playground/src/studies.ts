// The studies of examples/, which the build lists.
import type { Draft } from './fragment';

export interface Study { title: string; about: string; read(): Promise<Draft> }
interface Listed { title: string; about: string; files: Record<string, string> }

export async function studies(): Promise<Study[]> {
  const list = await (await fetch('studies/index.json')).json() as Listed[];
  return list.map(({ title, about, files }) => ({
    title,
    about,
    read: async () => {
      const texts = await Promise.all(Object.entries(files).map(async ([name, path]) => [name, await (await fetch(`studies/${path}`)).text()] as const));
      return { files: Object.fromEntries(texts), open: texts[0]?.[0] ?? '' };
    },
  }));
}
