import { parseAst } from 'vite';

/** @type {Record<string, (text: string) => string>} */
const FOLD = { css: foldCss, html: foldMarkup, svg: foldMarkup };

/**
 * `code` with less space in its `css`, `html` and `svg` templates: what authors indent and browsers fold anyway. All else stays as it is.
 *
 * @param {string} code JavaScript
 */
export function foldTemplates(code) {
  /** @type {{ start: number, end: number, text: string }[]} */
  const changes = [];
  for (const { tag, quasi } of taggedTemplates(parseAst(code))) {
    const fold = FOLD[tag.name];
    if (!fold) continue;
    for (const { value, start } of quasi.quasis) {
      const from = code.indexOf(value.raw, start);
      changes.push({ start: from, end: from + value.raw.length, text: fold(value.raw) });
    }
  }
  let folded = '';
  let from = 0;
  for (const { start, end, text } of changes.sort((a, b) => a.start - b.start)) {
    folded += code.slice(from, start) + text;
    from = end;
  }
  return folded + code.slice(from);
}

/**
 * Every tagged template under a node of the syntax tree.
 *
 * @param {any} node
 * @returns {Generator<any>}
 */
function* taggedTemplates(node) {
  if (typeof node !== 'object' || node === null) return;
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') yield node;
  for (const child of Object.values(node)) yield* taggedTemplates(child);
}

/** @param {string} text */
function foldMarkup(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Quoted texts and spaces that part names stay. @param {string} text */
function foldCss(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/"[^"]*"|'[^']*'|\s*([{};,])\s*|(:)\s+|\s+/g, (found, around, colon) =>
      /^["']/.test(found) ? found : (around ?? colon ?? ' '),
    )
    .replaceAll(';}', '}');
}
