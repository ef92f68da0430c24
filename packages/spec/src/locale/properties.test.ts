import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerUnit } from '../answer.ts';
import { LOCALES } from '../localized.ts';
import { formatter } from './formatter.ts';

const CNY: AnswerUnit = { code: 'CNY', title: { 'zh-CN': '元', bo: 'སྒོར', en: 'yuan' }, kind: 'money' };
const VILLAGE: AnswerUnit = { code: 'village', title: { 'zh-CN': '个村', bo: 'གྲོང་ཚོ', en: 'villages' }, kind: 'count' };
const PERCENT: AnswerUnit = { code: 'percent', title: { 'zh-CN': '百分比' }, kind: 'ratio' };

const locale = fc.constantFrom(...LOCALES);
const unit = fc.constantFrom(CNY, VILLAGE, PERCENT);
const whole = fc.integer({ min: -1e15, max: 1e15 });
const wide = fc.integer({ min: -1e12, max: 1e12 });
const amount = fc.oneof(
  whole,
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
);

/** Read by a rule of its own, not by the tables that wrote it. */
const POWERS: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  万: 4,
  'དུང་ཕྱུར': 8,
  ཁྲི: 4,
  trillion: 12,
  billion: 9,
  million: 6,
};

const read = (text: string): number => Number(text.replace('−', '-').replace(/[,%]/g, ''));

function powerIn(words: string): number {
  const word = Object.keys(POWERS).find((each) => words.includes(each));
  return word === undefined ? 0 : (POWERS[word] ?? 0);
}

describe('numbers', () => {
  it('read back as themselves in full', () => {
    fc.assert(
      fc.property(locale, whole, (language, value) => {
        expect(read(formatter(language).number(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('are off by no more than half of the last place, away from zero at the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(3), (thousandths, decimals) => {
        const step = 10 ** (3 - decimals);
        const rounded = Math.sign(thousandths) * Math.floor((2 * Math.abs(thousandths) + step) / (2 * step));
        const written = formatter('en').number(thousandths / 1000, decimals);
        expect(read(written)).toBe(rounded === 0 ? 0 : rounded / 10 ** decimals);
        expect(written.split('.')[1]?.length ?? 0).toBe(decimals);
      }),
    );
  });
});

describe('compact values', () => {
  it('lose nothing of their size, whatever unit is chosen', () => {
    fc.assert(
      fc.property(locale, fc.constantFrom(CNY, VILLAGE), amount, (language, of, value) => {
        const { number, unit: words } = formatter(language).compactParts(value, of);
        const back = read(number) * 10 ** powerIn(words);
        const places = Math.abs(value) < 1 ? 0.005 : Math.abs(value) * 0.005;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(places * (1 + 1e-9));
      }),
    );
  });

  it('keep their order', () => {
    fc.assert(
      fc.property(locale, whole, whole, (language, a, b) => {
        const size = (value: number): number => {
          const { number, unit: words } = formatter(language).compactParts(value, CNY);
          return read(number) * 10 ** powerIn(words);
        };
        expect(Math.sign(size(a) - size(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('have fewer than five digits before the point as long as there is a larger unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (value) => {
        expect(
          formatter('zh-CN')
            .compactParts(value, CNY)
            .number.replace(/\..*|\D/g, '').length,
        ).toBeLessThan(5);
      }),
    );
  });
});

describe('an axis', () => {
  const steps = fc.tuple(
    fc.constantFrom(1, 2, 2.5, 5),
    fc.integer({ min: -3, max: 13 }),
    fc.integer({ min: -20, max: 20 }),
  );

  it('has ticks that read back as their values', () => {
    fc.assert(
      fc.property(
        locale,
        unit,
        steps,
        fc.integer({ min: 1, max: 12 }),
        (language, of, [digit, power, first], count) => {
          const step = Number(`${digit}e${power}`);
          const values = Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
          const axis = formatter(language).axis([values[0] ?? 0, values.at(-1) ?? 0], of, { tickStep: step });
          for (const value of values) {
            expect(Math.abs(read(axis.tick(value)) * axis.divisor - value)).toBeLessThanOrEqual(step * 1e-6);
          }
          expect(new Set(values.map(axis.tick)).size).toBe(values.length);
        },
      ),
    );
  });

  it('tells tenths of its range apart when no step is given', () => {
    fc.assert(
      fc.property(locale, unit, wide, fc.integer({ min: 1, max: 1e9 }), (language, of, from, span) => {
        const axis = formatter(language).axis([from, from + span], of);
        const ticks = Array.from({ length: 11 }, (_, index) => axis.tick(from + (span * index) / 10));
        expect(new Set(ticks).size).toBe(11);
      }),
    );
  });

  it('names the scale it divides by', () => {
    fc.assert(
      fc.property(locale, fc.constantFrom(CNY, VILLAGE), whole, (language, of, to) => {
        const axis = formatter(language).axis([0, to], of);
        expect(axis.divisor).toBe(10 ** powerIn(axis.unitTitle));
        expect(axis.caption).toContain(axis.unitTitle);
      }),
    );
  });
});

describe('a sentence about a change', () => {
  it('shows two values that differ as different, and says the direction', () => {
    const f = formatter('en');
    const value = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const sentence = f.change({ value: a, period: '2023' }, { value: b, period: '2024' }, CNY);
        const [, before, after, direction] = /^From (.*) in 2023 to (.*) in 2024, (up|down) /.exec(sentence) ?? [];
        expect([before !== after, direction]).toEqual(a === b ? [false, undefined] : [true, b > a ? 'up' : 'down']);
      }),
    );
  });
});

describe('the order of names', () => {
  const name = fc.stringMatching(/^[ཀ-ཌྷཎ-ཨི-ོ་གདབམའརལསྐ-ྫ0-9]{0,8}$/);

  it('is a total order in Tibetan', () => {
    const { collate } = formatter('bo');
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(collate(a, b))).toBe(-Math.sign(collate(b, a)) + 0);
        const sorted = [a, b, c].sort(collate);
        expect(collate(sorted[0] ?? '', sorted[2] ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });
});
