import { describe, expect, test } from 'vitest';
import { foldTemplates } from './templates.mjs';

/** A `§` stands for the dollar before a value. @param {string} text */
const withValues = (text) => text.replaceAll('§', '$');

describe('folded templates', () => {
  test.each([
    ['css`\n  a,\n  b > c {\n    margin: 0 auto;\n  }\n`', 'css` a,b > c{margin:0 auto}`'],
    ['css`a { width: calc(1px + 2em); content: "; }  x"; }`', 'css`a{width:calc(1px + 2em);content:"; }  x"}`'],
    ['css`a:hover :focus { /* why */ inset: auto 0; }`', 'css`a:hover :focus{inset:auto 0}`'],
    ['css`a { padding: §{x} §{y}; §{z} }`', 'css`a{padding:§{x} §{y};§{z}}`'],
    ['html`<p\n  class=§{c}>\n  a <b>b</b>\n</p>`', 'html`<p class=§{c}> a <b>b</b> </p>`'],
    ['svg`<g>§{html`<a>\n</a>`}\n</g>`', 'svg`<g>§{html`<a> </a>`} </g>`'],
  ])('%j has less space', (code, folded) => {
    expect(foldTemplates(withValues(code))).toBe(withValues(folded));
  });

  test.each(['`a {\n  b: c;\n}`', 'other`a {\n b }`', "'html`\\n`'", '// css` {\n x'])(
    '%j is left as it is',
    (code) => {
      expect(foldTemplates(code)).toBe(code);
    },
  );
});
