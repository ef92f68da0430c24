import { firstDayOf, NATURES } from '@lantu/spec';
import type { Mapping } from '../mapping/mapping.ts';
import type { Findings } from './findings.ts';

/** The parts of a dataset's description that no file says about itself. */
export interface Provenance {
  readonly nature: NonNullable<Mapping['dataset']['nature']> | undefined;
  readonly producer: Mapping['dataset']['origin']['producer'];
  readonly asOf: string | undefined;
}

const NATURE_WORDS: Readonly<Record<(typeof NATURES)[number], string>> = {
  official: 'published by the authority that collects them',
  transcribed: 'copied from a publication',
  derived: 'computed from other data',
  simulated: 'made up',
};

/** Who produced the data, what they are and as of when: as the mapping has it, else as its questions were answered. */
export function provenanceOf(mapping: Mapping, findings: Findings): Provenance {
  const { nature, asOf, origin } = mapping.dataset;
  return {
    nature: nature ?? askNature(findings),
    producer: origin.producer ?? askProducer(findings),
    asOf: asOf ?? askDay(findings),
  };
}

function askNature(findings: Findings): (typeof NATURES)[number] | undefined {
  const answer = findings.ask({
    key: 'nature',
    question: 'What are these figures?',
    choices: NATURES.map((each) => ({ answer: each, means: NATURE_WORDS[each] })),
  });
  return NATURES.find((each) => each === answer);
}

function askProducer(findings: Findings): Provenance['producer'] {
  const answer = findings.ask({
    key: 'producer',
    question: 'Who produced these figures?',
    allowed: 'the name of an authority, office or publication',
    accepts: (name) => name.trim() !== '',
  });
  return answer === undefined ? null : { 'zh-CN': answer };
}

function askDay(findings: Findings): string | undefined {
  return findings.ask({
    key: 'as-of',
    question: 'Up to which day do these figures speak?',
    allowed: 'a day such as 2025-12-31',
    accepts: (day) => firstDayOf(day, 'day') !== undefined,
  });
}
