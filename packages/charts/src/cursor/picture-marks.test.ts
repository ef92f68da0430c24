import { expect, test } from 'vitest';
import { barExamples } from '../bar/bar.example.ts';
import { lineExamples } from '../line/line.example.ts';
import { layOut } from '../svg/svg.ts';
import { pictureMarks, pointedScene } from './picture-marks.ts';
import { markUnder } from './pointing.ts';

const examples = [...barExamples, ...lineExamples];

test.each(examples)(
  'A pointer meets the same marks of $id, and is told the same, by what travels with the picture.',
  ({ answer, spec }) => {
    const scene = layOut(answer, spec, { locale: 'zh-CN', widthPx: 400 });
    const travelling = pictureMarks(scene);
    if (scene.marks.length === 0) return expect(travelling).toBeUndefined();
    const picture = pointedScene(JSON.parse(JSON.stringify(travelling)));
    expect(picture.marks).toHaveLength(scene.marks.length);
    for (const [index, mark] of scene.marks.entries()) {
      const found = picture.marks[index];
      const { announcement: _, ...text } = scene.describe(mark);
      expect(found?.text).toEqual(text);
      for (const key of ['x', 'y'] as const)
        expect(Math.abs((found?.[key] ?? 0) - mark[key])).toBeLessThanOrEqual(0.06);
      const { x, y, width, height } = mark.box;
      const box = { x: 10, y: 20, width: scene.widthPx, height: scene.heightPx };
      const at = { clientX: 10 + x + width / 2, clientY: 20 + y + height / 2 };
      const meant = markUnder(scene, box, at);
      expect(picture.marks.indexOf(markUnder(picture, box, at)!)).toBe(meant ? scene.marks.indexOf(meant) : -1);
    }
  },
);
