import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The notices that libraries ask for wherever they are passed on, one after the other.
 *
 * @param {Iterable<string>} modules paths of the files that were bundled; those outside `node_modules` are our own
 */
export function noticesOf(modules) {
  /** @type {Map<string, string>} */
  const notices = new Map();
  for (const module of modules) {
    if (!module.includes('/node_modules/')) continue;
    const folder = packageFolder(module);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(folder, file), 'utf8');
    notices.set(`${name} ${version}`, text.trim());
  }
  return [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${title}\n${'-'.repeat(title.length)}\n${text}\n`)
    .join('\n\n');
}

/** The folder of the package that a file belongs to. @param {string} module */
function packageFolder(module) {
  let folder = dirname(module);
  const isPackage = () => {
    const file = join(folder, 'package.json');
    return existsSync(file) && 'name' in JSON.parse(readFileSync(file, 'utf8'));
  };
  while (!isPackage()) folder = dirname(folder);
  return folder;
}
