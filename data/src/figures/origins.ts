import { Problems } from '@lantu/bake';
import { type Origin, quoteValue } from '@lantu/spec';
import { texts } from '../source/texts.ts';
import { readYamlList } from '../source/yaml.ts';

const FILE = 'figures/origins.yaml';
const KEYS = ['id', 'article', 'article_en', 'byline'] as const;

type Article = Readonly<Record<(typeof KEYS)[number], string>>;

/**
 * The articles of `origins.yaml` as origins. The page names neither the paper nor its date, and so neither does the citation.
 *
 * @throws {LantuError} `data/import` for an entry without its texts, or with others
 */
export function readArticles(): Origin[] {
  const problems = new Problems();
  const articles = readYamlList(FILE).filter((entry, index): entry is Article => {
    const fits = isArticle(entry);
    if (!fits) {
      const place = { file: FILE, problem: `entry ${index + 1} is no article` };
      problems.add({ ...place, received: quoteValue(entry), allowed: `the texts ${KEYS.join(', ')}` });
    }
    return fits;
  });
  problems.throwIfAny();
  return articles.map(originOf);
}

function isArticle(entry: unknown): entry is Article {
  if (typeof entry !== 'object' || entry === null) return false;
  const values = Object.entries(entry);
  return (
    values.length === KEYS.length &&
    KEYS.every((key) => values.some(([name, value]) => name === key && typeof value === 'string' && value !== ''))
  );
}

function originOf({ id, article, article_en: english, byline }: Article): Origin {
  return {
    id,
    title: texts(article, undefined, english),
    producer: texts('西藏一份报纸（版面未载报名）', undefined, 'A newspaper of Xizang (the page does not name it)'),
    citation: texts(
      `${byline}：《${article}》，报纸版面文字（未载报名、日期和版次；据版面内容为2026年）。`,
      undefined,
      `${byline}, “${article}”, text of a newspaper page (without the paper’s name, date or page number; of 2026 by its content).`,
    ),
    note: texts(
      '只转录数据和含有数据的原句，作为引用；文章版权归原作者和报社。',
      undefined,
      'Only figures and the sentences that hold them are transcribed, as quotations; the article itself belongs to its authors and paper.',
    ),
  };
}
