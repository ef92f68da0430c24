import { cpSync, existsSync } from 'node:fs';
import { basename } from 'node:path';
import sirv from 'sirv';
import type { Plugin } from 'vite';

/** A folder of files that are published beside the page as they are. */
export interface PublishedFolder {
  /** Its path on the site, without slashes at its ends. */
  readonly at: string;
  readonly folder: string;
  /** The command that makes it, for who has not run it. */
  readonly madeBy: string;
  /** Of the names in it, those that are published; all where it is left out. */
  readonly only?: RegExp;
}

/** Puts folders beside the page: copied into the build, read in place by the dev server. */
export function publishedFolders(folders: readonly PublishedFolder[]): Plugin {
  return {
    name: 'portal-folders',
    writeBundle({ dir }) {
      for (const { at, folder, madeBy, only } of folders) {
        if (!existsSync(folder)) throw new Error(`There is no ${folder}. Make it first: ${madeBy}`);
        const filter = (path: string) => path === folder || !only || only.test(basename(path));
        cpSync(folder, `${dir}/${at}`, { recursive: true, filter });
      }
    },
    configureServer(server) {
      for (const { at, folder } of folders) server.middlewares.use(`/${at}`, sirv(folder, { dev: true }));
    },
  };
}
