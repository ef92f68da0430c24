import { describe, expect, it } from 'vitest';
import { formatter } from './formatter.ts';

describe('collate', () => {
  it('goes by pinyin in Chinese, and by the size of numbers', () => {
    const names = ['那曲市', '拉萨市', '第10批', '阿里地区', '昌都市', '第9批'];
    expect(names.sort(formatter('zh-CN').collate)).toEqual([
      '阿里地区',
      '昌都市',
      '第9批',
      '第10批',
      '拉萨市',
      '那曲市',
    ]);
  });

  it('goes by root letter, then prefix, then head letter in Tibetan', () => {
    const sorted = 'ཀ ཀག ཀགས ཀི ཀོ ཀྱ ཀྲ ཀླ དཀའ བཀའ རྐ ལྐ སྐ བརྐ བསྐ ཁ མཁར འཁོར'.split(' ');
    expect([...sorted].reverse().sort(formatter('bo').collate)).toEqual(sorted);
  });

  it('finds Tibetan places where a dictionary has them', () => {
    const sorted =
      'གྲོ་མོ དགེ་རྒྱས རྒྱལ་རྩེ སྒར མངའ་རིས ཆབ་མདོ ཉིང་ཁྲི གཉན་རོང སྟོད་ལུང དངས ནག་ཆུ བོད དབུས ཚོ་9 ཚོ་10 གཞིས་ཀ་རྩེ ལྷ་ས ལྷོ་ཁ ཨ་མདོ'.split(' ');
    expect([...sorted].reverse().sort(formatter('bo').collate)).toEqual(sorted);
  });
});
