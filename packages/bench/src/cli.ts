import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain, Unmet } from '../../../tools/run.mjs';
import { benchEmbed, NAMES } from './embed/embed.ts';

const RESULTS = fileURLToPath(new URL('../results/', import.meta.url));

const HELP = `pnpm bench embed [--rounds 7] [--further 42] [--only NAME,…] [--json FILE]

Loads pages with the same chart cold in Chromium, each way to have it there in each round, and measures when the chart is painted, when
it answers a pointer, what it weighs and how the page moves.

  --rounds N      how often each page is loaded (default 7)
  --further N     how often at most the pages of which a target is still open are loaded after that, as times vary (default 42)
  --only NAMES    some pages, charts or links only, by commas; the static page is always there to compare with
                  pages:  ${NAMES.pages.join(', ')}
                  charts: ${NAMES.charts.join(', ')}
                  links:  ${NAMES.links.join(', ')}
  --json FILE     where all that was measured is written (default packages/bench/results/embed-<date>.json)
`;

await runMain(async () => {
  const { values, positionals } = args();
  if (values.help) return console.log(HELP);
  const [bench, ...more] = positionals;
  if (bench !== 'embed' || more.length > 0) {
    throw new Unmet(`There is one bench, embed; received ${positionals.join(' ') || 'none'}.\n\n${HELP}`);
  }
  const only = values.only?.split(',') ?? [];
  const unknown = only.filter((name) => !Object.values(NAMES).flat().includes(name));
  if (unknown.length > 0) throw new Unmet(`--only does not know ${unknown.join(', ')}.\n\n${HELP}`);
  if (!/^[1-9]\d{0,3}$/.test(values.rounds)) {
    throw new Unmet(`--rounds is a whole number above 0; received ${values.rounds}\n\n${HELP}`);
  }
  if (!/^\d{1,4}$/.test(values.further)) {
    throw new Unmet(`--further is a whole number, 0 for none; received ${values.further}\n\n${HELP}`);
  }
  const day = new Date().toISOString().slice(0, 10);
  const json = values.json === undefined ? resolve(RESULTS, `embed-${day}.json`) : resolve(values.json);
  await benchEmbed({ rounds: Number(values.rounds), further: Number(values.further), only, json });
});

function args() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '7' },
        further: { type: 'string', default: '42' },
        only: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unmet(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}
