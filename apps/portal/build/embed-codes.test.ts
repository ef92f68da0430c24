import { expect, test } from 'vitest';
import { placesIn, withCodes } from './embed-codes.ts';

const PAGE =
  '<head></head><p><!-- lantu embed-code a --></p><p><!-- lantu embed-code b-2 heading-level="4" --></p><!-- note -->';
const codeOf = (id: string) =>
  `<script type="module" src="embed/embed.js"></script>\n<lantu-widget src="${id}">$& of ${id}</lantu-widget>`;

test('the places of a page are its comments of that form', () => {
  expect(placesIn(PAGE)).toEqual(['a', 'b-2']);
});

test('codes come to their places, attributes where a place names some; the script stands in the head, once', () => {
  expect(withCodes(PAGE, { a: codeOf('a'), 'b-2': codeOf('b-2') })).toBe(
    '<head>  <script type="module" src="embed/embed.js"></script>\n  </head>' +
      '<p><lantu-widget src="a">$& of a</lantu-widget></p>' +
      '<p><lantu-widget heading-level="4" src="b-2">$& of b-2</lantu-widget></p><!-- note -->',
  );
});

test('a place without a code is refused', () => {
  expect(() => withCodes(PAGE, { a: codeOf('a') })).toThrow('there is no code of the widget b-2');
});
